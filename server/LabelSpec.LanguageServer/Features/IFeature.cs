namespace LabelSpec.LanguageServer.Features;

/// <summary>
/// Something that an editor can ask. A feature only connects methods of the protocol with functions; what it knows it
/// knows from the snapshot that it is given.
/// </summary>
public interface IFeature
{
    void Register(FeatureRegistry features);
}
