using CsCheck;
using Nots.Storage.Cursors;
using Nots.Storage.Table;

namespace Nots.Storage.Tests.Cursors;

public sealed class SignedCursorTests
{
    private static readonly byte[] Old = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];
    private static readonly byte[] New = [.. Enumerable.Range(101, 32).Select(n => (byte)n)];
    private static readonly TablePosition Position = new(new TableKey("BOOKING#1", "METADATA"), new IndexKey("USER#ü😀", "BOOKING#1"));

    private readonly SignedCursor _cursor = new(Old);

    [Fact]
    public void A_position_comes_back_as_it_was()
    {
        Assert.True(_cursor.TryDecode<TablePosition>("scope", _cursor.Encode("scope", Position), out var position));
        Assert.Equal(Position, position);
    }

    [Fact]
    public void Any_position_comes_back_in_any_scope() =>
        Gen.Select(Gen.String, Gen.Int, Gen.String[0, 60]).Sample((scope, number, text) =>
            _cursor.TryDecode<(int, string)?>(scope, _cursor.Encode<(int, string)?>(scope, (number, text)), out _)
            && _cursor.TryDecode<Pair>(scope, _cursor.Encode(scope, new Pair(number, text)), out var pair) && pair == new Pair(number, text));

    [Fact]
    public void A_cursor_fits_into_an_address() =>
        Assert.Matches("^[A-Za-z0-9_-]{1,1024}$", _cursor.Encode("scope", Position));

    [Fact]
    public void A_cursor_of_another_scope_is_refused()
    {
        var cursor = _cursor.Encode("USER#1|bookings", Position);

        foreach (var scope in (string[])["USER#2|bookings", "USER#1|booking", "", "USER#1|bookings "])
            Assert.False(_cursor.TryDecode<TablePosition>(scope, cursor, out _));
    }

    [Fact]
    public void A_cursor_with_any_character_changed_is_refused()
    {
        var cursor = _cursor.Encode("scope", Position);

        for (var i = 0; i < cursor.Length; i++)
        {
            var forged = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            Assert.False(_cursor.TryDecode<TablePosition>("scope", forged, out _));
        }
    }

    [Fact]
    public void A_cursor_cut_short_or_lengthened_is_refused()
    {
        var cursor = _cursor.Encode("scope", Position);

        for (var length = 0; length < cursor.Length; length++)
            Assert.False(_cursor.TryDecode<TablePosition>("scope", cursor[..length], out _));
        foreach (var tail in (string[])["A", "AAAA", "=", "==", " ", "\n"])
            Assert.False(_cursor.TryDecode<TablePosition>("scope", cursor + tail, out _));
    }

    [Fact]
    public void Any_text_is_refused_without_an_exception() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char.AlphaNumeric, 0, 1500]).Sample(text => !_cursor.TryDecode<TablePosition>("scope", text, out _));

    [Fact]
    public void A_text_over_1_KB_is_refused()
    {
        Assert.False(_cursor.TryDecode<TablePosition>("scope", new string('A', 1025), out _));
        Assert.False(_cursor.TryDecode<TablePosition>("scope", new string('A', 10_000_000), out _));
    }

    [Fact]
    public void A_position_over_1_KB_is_refused_when_it_is_written() =>
        Assert.Throws<ArgumentException>(() => _cursor.Encode("scope", new string('x', 1000)));

    [Fact]
    public void A_cursor_of_another_type_is_refused()
    {
        Assert.False(_cursor.TryDecode<TablePosition>("scope", _cursor.Encode("scope", new Pair(1, "x")), out _));
        Assert.False(_cursor.TryDecode<Pair>("scope", _cursor.Encode("scope", "text"), out _));
        Assert.False(_cursor.TryDecode<Pair>("scope", _cursor.Encode<Pair?>("scope", null), out _));
    }

    [Fact]
    public void During_a_rotation_both_secrets_are_accepted_and_the_first_signs()
    {
        var rotating = new SignedCursor(New, retiring: Old);
        var rotated = new SignedCursor(New);

        Assert.True(rotating.TryDecode<TablePosition>("scope", _cursor.Encode("scope", Position), out _));
        Assert.True(rotated.TryDecode<TablePosition>("scope", rotating.Encode("scope", Position), out _));
        Assert.False(rotated.TryDecode<TablePosition>("scope", _cursor.Encode("scope", Position), out _));
        Assert.False(_cursor.TryDecode<TablePosition>("scope", rotating.Encode("scope", Position), out _));
    }

    [Fact]
    public void A_short_secret_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SignedCursor(new byte[31]));
        Assert.Throws<ArgumentException>(() => new SignedCursor(Old, new byte[31]));
    }

    private sealed record Pair(int Number, string Text);
}
