using LabelSpec.Cli.Running;

return Host.Run(args);
