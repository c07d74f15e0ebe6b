using LabelSpec.Annotations.Formats;

namespace LabelSpec.Annotations.Reading;

/// <summary>What the files of a folder and extension agreed on so far.</summary>
sealed class AgreedFormats
{
    readonly Dictionary<(string Folder, string Extension, IAnnotationFormat? Declared), Agreement> agreements = [];
    (string Folder, string Extension, IAnnotationFormat? Declared) lastKey;
    Agreement? last;

    public Agreement Of(string folder, string extension, IAnnotationFormat? declared)
    {
        // Files mostly come folder by folder, each with the very texts of the one before.
        if (
            last is not null
            && ReferenceEquals(folder, lastKey.Folder)
            && ReferenceEquals(extension, lastKey.Extension)
            && declared == lastKey.Declared
        )
            return last;
        lastKey = (folder, extension, declared);
        if (!agreements.TryGetValue(lastKey, out last))
            agreements.Add(lastKey, last = new Agreement());
        return last;
    }

    public sealed class Agreement
    {
        /// <summary>What the last file was taken for; null for nothing known.</summary>
        public IAnnotationFormat? Format { get; private set; }

        /// <summary>How many files after each other were taken for it.</summary>
        public int Files { get; private set; }

        /// <summary>A folder that mixes formats is looked at file by file.</summary>
        public void Add(IAnnotationFormat? detected)
        {
            Files = Files == 0 || detected == Format ? Files + 1 : 1;
            Format = detected;
        }
    }
}
