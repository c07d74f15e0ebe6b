namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>What the files of one folder have in common.</summary>
/// <param name="Convention">What their coordinates mean.</param>
/// <param name="Sets">The lists of images beside the folder.</param>
/// <param name="Segmentation">The pictures of the objects' pixels; null where there are none.</param>
/// <param name="SetCheck">Compares the lists with the files; null where not all files of the folder are read.</param>
sealed record VocFolder(
    VocConvention Convention,
    VocImageSets Sets,
    VocSegmentation? Segmentation,
    VocImageSetCheck? SetCheck
);
