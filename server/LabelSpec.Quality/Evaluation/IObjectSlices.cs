using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Evaluation;

/// <summary>Picks some of the objects of a ground truth, to be measured on their own.</summary>
public interface IObjectSlices
{
    /// <param name="truth">All of the ground truth: what is picked may depend on all of it.</param>
    /// <param name="threads">Upper bound on the threads used.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The picking was cancelled.</exception>
    IEnumerable<ObjectSlice> Of(Dataset truth, int threads, CancellationToken cancellation);
}
