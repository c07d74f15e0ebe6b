namespace LabelSpec.Quality.Comparison;

/// <summary>The similarities of the units of one pool in one image, those above 0 only.</summary>
sealed class SimilarityTable
{
    readonly NearestTwo[] nearestOfTruth;
    readonly NearestTwo[] nearestOfWork;

    /// <param name="truth">Labels of the units of the ground truth.</param>
    /// <param name="work">Labels of the units of the work.</param>
    /// <param name="pairs">By truth, then by work.</param>
    /// <param name="thresholds">For each unit of the ground truth.</param>
    public SimilarityTable(int[] truth, int[] work, List<SimilarPair> pairs, double[] thresholds)
    {
        (TruthLabels, WorkLabels, Pairs, Thresholds) = (truth, work, pairs, thresholds);
        nearestOfTruth = new NearestTwo[truth.Length];
        nearestOfWork = new NearestTwo[work.Length];
        foreach (var (t, w, similarity) in pairs)
        {
            nearestOfTruth[t].Add(w, similarity);
            nearestOfWork[w].Add(t, similarity);
        }
    }

    public int[] TruthLabels { get; }

    public int[] WorkLabels { get; }

    public List<SimilarPair> Pairs { get; }

    public double[] Thresholds { get; }

    public bool HasSameLabel(SimilarPair pair) => TruthLabels[pair.Truth] == WorkLabels[pair.Work];

    /// <summary>The unit of the work that is most alike, other than one; none below 0.</summary>
    public (int Unit, double Similarity) NearestOfTruth(int truth, int except = -1) =>
        nearestOfTruth[truth].Except(except);

    /// <summary>The unit of the ground truth that is most alike, other than one; none below 0.</summary>
    public (int Unit, double Similarity) NearestOfWork(int work, int except = -1) => nearestOfWork[work].Except(except);

    struct NearestTwo
    {
        // Positions plus one, so that a fresh array holds none.
        int first;
        int second;
        double firstSimilarity;
        double secondSimilarity;

        public void Add(int unit, double similarity)
        {
            if (similarity > firstSimilarity)
            {
                (second, secondSimilarity) = (first, firstSimilarity);
                (first, firstSimilarity) = (unit + 1, similarity);
            }
            else if (similarity > secondSimilarity)
                (second, secondSimilarity) = (unit + 1, similarity);
        }

        public readonly (int, double) Except(int unit) =>
            first - 1 != unit || first == 0 ? (first - 1, firstSimilarity) : (second - 1, secondSimilarity);
    }
}
