using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Which annotations are the objects of an evaluation: rows of the data set, and the columns made of them.</summary>
sealed record TruthRows(int[] Rows, TruthColumns Columns)
{
    public static TruthRows Select(
        Dataset truth,
        ImageAndCategoryIndex index,
        CocoInputOptions options,
        CocoInputProblemLog problems
    )
    {
        List<int> rows = [];
        for (var row = 0; row < truth.Annotations.Count; row++)
            if (index.ImageOf(truth, row) >= 0 && index.CategoryOf(truth, row) >= 0)
                rows.Add(row);
        var selected = ByLastOfId(truth, index, rows, options, problems);
        if (options.IgnoreCategories)
            selected = [.. selected.OrderBy(row => index.CategoryOf(truth, row))];
        return new(selected, ColumnsOf(truth, index, selected, options, problems));
    }

    // pycocotools looks annotations up by id: of several with one id it sees the last, once for each, in the order of
    // images.
    static int[] ByLastOfId(
        Dataset truth,
        ImageAndCategoryIndex index,
        List<int> rows,
        CocoInputOptions options,
        CocoInputProblemLog problems
    )
    {
        var ids = truth.Annotations.Ids;
        var flags = truth.Annotations.Flags;
        Dictionary<RecordId, int> lastOfId = new(truth.Annotations.Count);
        var hasDuplicates = false;
        for (var row = 0; row < truth.Annotations.Count; row++)
        {
            if ((flags[row] & AnnotationFlags.HasId) == 0)
                continue;
            if (lastOfId.ContainsKey(ids[row]))
            {
                problems.Add(CocoInputProblemKind.DuplicateId, row, isInPredictions: false);
                hasDuplicates = true;
            }

            lastOfId[ids[row]] = row;
        }

        if (!hasDuplicates || options.Mode != CocoMode.Strict)
            return [.. rows];
        return
        [
            .. rows.OrderBy(row => index.ImageOf(truth, row))
                .Select(row => lastOfId.GetValueOrDefault(truth.Annotations.Ids[row], row))
                .Where(row => index.ImageOf(truth, row) >= 0 && index.CategoryOf(truth, row) >= 0),
        ];
    }

    static TruthColumns ColumnsOf(
        Dataset truth,
        ImageAndCategoryIndex index,
        int[] rows,
        CocoInputOptions options,
        CocoInputProblemLog problems
    )
    {
        var columns = new TruthColumns
        {
            Images = new int[rows.Length],
            Categories = new int[rows.Length],
            Areas = new double[rows.Length],
            IsCrowd = new bool[rows.Length],
            IsIgnored = new bool[rows.Length],
            HasIdZero = new bool[rows.Length],
        };
        var keypoints = new KeypointBuffer();
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var flags = truth.Annotations.Flags[row];
            columns.Images[i] = index.ImageOf(truth, row);
            columns.Categories[i] = options.IgnoreCategories ? 0 : index.CategoryOf(truth, row);
            columns.Areas[i] = AreaOf(truth, row);
            if (!HasArea(truth, row))
                problems.Add(CocoInputProblemKind.NoArea, row, isInPredictions: false);
            columns.IsCrowd[i] = (flags & AnnotationFlags.Crowd) != 0;
            // pycocotools overwrites a given "ignore" by the crowd flag.
            var ignoring =
                options.Mode == CocoMode.Strict
                    ? AnnotationFlags.Crowd
                    : AnnotationFlags.Crowd | AnnotationFlags.Ignore;
            columns.IsIgnored[i] =
                (flags & ignoring) != 0
                || (options.Task == CocoTask.Keypoints && LabelledKeypoints(truth, row, keypoints) == 0);
            columns.HasIdZero[i] = (flags & AnnotationFlags.HasId) != 0 && truth.Annotations.Ids[row].Value == 0;
            if (columns.HasIdZero[i])
                problems.Add(CocoInputProblemKind.IdZero, row, isInPredictions: false);
        }

        return columns;
    }

    /// <summary>As the file states it, or else that of the box.</summary>
    public static double AreaOf(Dataset truth, int row) =>
        HasArea(truth, row) ? truth.Annotations.StoredAreas[row] : truth.Annotations.Boxes[row].Area;

    static bool HasArea(Dataset truth, int row) => !double.IsNaN(truth.Annotations.StoredAreas[row]);

    static int LabelledKeypoints(Dataset truth, int row, KeypointBuffer buffer)
    {
        var stored = truth.Annotations.StoredKeypointCounts[row];
        if (stored >= 0)
            return stored;
        buffer.Clear();
        truth.ReadKeypoints(row, buffer);
        var labelled = 0;
        foreach (var point in buffer.Points)
            labelled += point.IsLabelled ? 1 : 0;
        return labelled;
    }
}
