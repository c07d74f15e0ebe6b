namespace LabelSpec.Quality.PanopticQuality;

/// <summary>A segment of a panoptic map as its JSON describes it.</summary>
/// <param name="Id">The number of its pixels in the map (R + 256·G + 65536·B of the PNG); never 0, which is void.</param>
/// <param name="Category">Index of the category.</param>
/// <param name="Area">Pixels that the JSON states; used for the ground truth, as panopticapi does.</param>
/// <param name="IsCrowd">Crowd regions are neither found nor missed.</param>
public readonly record struct PanopticSegment(int Id, int Category, long Area, bool IsCrowd = false);
