using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Cli.Running;
using LabelSpec.Engine.Findings;
using LabelSpec.Reports.Pictures;

namespace LabelSpec.Cli.Checking;

/// <summary>Draws images with findings into a folder, numbered in the order of their first finding.</summary>
sealed class FindingPictures(CommandContext context, string folder)
{
    // Who looks at so many has seen enough, and a folder of a hundred thousand pictures helps nobody.
    const int Most = 500;
    const int LongestName = 80;

    int _drawn;

    public void Draw(Dataset dataset, FindingList findings)
    {
        Directory.CreateDirectory(folder);
        foreach (var (image, picture) in new DatasetPictures(dataset).Of(findings))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (_drawn == Most)
            {
                context.Terminal.Error.WriteLine($"only the first {Most} images with findings were drawn");
                return;
            }

            _drawn++;
            var number = _drawn.ToString("D3", CultureInfo.InvariantCulture);
            ReplacedFile.Write(
                Path.Combine(folder, $"{number}-{FileNameOf(image)}.png"),
                stream => stream.Write(picture.ToPng())
            );
        }
    }

    // Names of images come out of files: nothing of them may lead out of the folder.
    static string FileNameOf(string image)
    {
        var name = new StringBuilder();
        foreach (var character in Path.GetFileNameWithoutExtension(image).Take(LongestName))
            name.Append(char.IsLetterOrDigit(character) || character is '_' or '-' ? character : '-');
        return name.ToString();
    }
}
