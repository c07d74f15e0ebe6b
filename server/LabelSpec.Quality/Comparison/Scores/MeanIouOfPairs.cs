namespace LabelSpec.Quality.Comparison;

/// <summary>The mean similarity of all pairs, tags left out: how well what was found is placed.</summary>
sealed class MeanIouOfPairs : IMeanIou
{
    public IouShare Of(IEnumerable<Outcome> outcomes)
    {
        var share = new IouShare();
        foreach (var outcome in outcomes)
            if (outcome.IsPair && outcome.Pool != ShapePool.Tag)
                share += new IouShare(outcome.Similarity, 1);
        return share;
    }
}
