using System.Diagnostics.CodeAnalysis;

namespace Nots.Application.Common;

/// <summary>Writes a place in a list as a text that a client can hand back but not make or change.</summary>
public interface ICursorCodec
{
    /// <param name="scope">What the list is: the query, its filters and who asks. The text is good for nothing else.</param>
    /// <param name="position">A small value that JSON can hold; the client can read it.</param>
    /// <exception cref="ArgumentException">The text would be over 1 KB.</exception>
    string Encode<T>(string scope, T position);

    /// <summary>False for any text that was not made by <see cref="Encode"/> for this scope and type.</summary>
    bool TryDecode<T>(string scope, string cursor, [MaybeNullWhen(false)] out T position);
}
