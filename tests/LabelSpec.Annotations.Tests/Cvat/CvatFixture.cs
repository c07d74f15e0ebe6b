using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Tests.Cvat;

static class CvatFixture
{
    public static byte[] Images { get; } = Load("images.xml");

    public static byte[] Video { get; } = Load("video.xml");

    public static Dataset Read(byte[] bytes) => Tests.Read.Bytes(bytes, "a.xml");

    static byte[] Load(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cvat", "fixtures", name));
}
