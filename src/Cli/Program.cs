using Nots.Cli;

return await NotsCommand.RunAsync(args);
