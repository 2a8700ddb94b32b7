using Nots.Emulators;

return await Guard.RunAsync(args);
