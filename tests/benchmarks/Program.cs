using BenchmarkDotNet.Running;
using LabelSpec.Benchmarks.Data;
using LabelSpec.Benchmarks.Live;
using LabelSpec.Benchmarks.WholeProcess;

// See README.md beside this file.
if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
{
    // The yardstick is this very program once more, and `dotnet` alone is not it.
    Console.Error.WriteLine("Start this with `dotnet run` or by its own executable, not as `dotnet FILE.dll`.");
    return 2;
}

switch (args)
{
    case ["yardstick", var file]:
        Console.WriteLine(Yardstick.CountTokens(file));
        return 0;

    case ["check", var labelspec, var spec, .. var files]:
        foreach (var file in files)
            CheckRatio.OfFile(Console.Out, labelspec, spec, file, runs: 5);
        return 0;

    case ["scale", var labelspec, var spec, var folder, var largest]:
        ScaleRun.Print(Console.Out, labelspec, spec, folder, int.Parse(largest));
        return 0;

    case ["read", var folder]:
        Console.WriteLine(FileReading.ReadAll(folder));
        return 0;

    case ["files", var labelspec, var spec, var folder, var count]:
        Directory.CreateDirectory(folder);
        foreach (
            var set in (string[])
                [
                    FileSetGenerator.WriteVoc(folder, int.Parse(count)),
                    FileSetGenerator.WriteYolo(folder, int.Parse(count)),
                ]
        )
            CheckRatio.OfFolder(Console.Out, labelspec, spec, set, runs: 5);
        return 0;

    case ["generate", var folder, .. var megabytes]:
        Directory.CreateDirectory(folder);
        foreach (var size in megabytes)
            Console.WriteLine(
                CocoGenerator.Write(Path.Combine(folder, $"generated-{size}.json"), long.Parse(size) << 20)
            );
        return 0;

    case ["keystroke", var coco, .. var formats]:
        foreach (var format in formats)
            KeystrokeCost.Print(Console.Out, coco, format);
        return 0;

    case ["memory", var labelspec, .. var files]:
        foreach (var file in files)
            EditMemory.Print(Console.Out, labelspec, file);
        return 0;

    case ["guideline", var target, var lines]:
        File.WriteAllText(target, SpecGenerator.Write(int.Parse(lines)));
        return 0;

    case ["crowd", var labelspec, var folder, var most]:
        CrowdTime.Print(Console.Out, labelspec, folder, int.Parse(most));
        return 0;

    case ["repeat", var original, var target, var copies]:
        Console.WriteLine(CocoRepeater.Write(original, target, int.Parse(copies)));
        return 0;

    case ["compare", var labelspec, var folder, var images]:
        Directory.CreateDirectory(folder);
        var (truth, work) = CompareGenerator.Write(folder, int.Parse(images));
        CompareTime.Print(Console.Out, labelspec, truth, work);
        return 0;

    case ["evaluate", var labelspec, var type, var objects, var predictions]:
        EvaluateRatio.Print(Console.Out, labelspec, type, objects, predictions, runs: 5);
        return 0;

    default:
        BenchmarkSwitcher.FromAssembly(typeof(Yardstick).Assembly).Run(args);
        return 0;
}
