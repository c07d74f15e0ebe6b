using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.NuScenes;

/// <summary>Reads the tables of one folder and joins them by their tokens.</summary>
sealed class NuScenesReader(ReadRequest request, DatasetBuilder builder, string folder, List<int> files)
{
    readonly DatasetPart part = new();
    readonly Dictionary<string, string> attributes = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> visibilities = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> scenes = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> categoryOfInstance = new(StringComparer.Ordinal);
    readonly Dictionary<string, (SourceSpan Span, string Scene, double Time)> samples = new(StringComparer.Ordinal);
    readonly NuScenesChains chains = new();
    readonly Dictionary<string, int> images = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> imageOfSample = new(StringComparer.Ordinal);

    public void Read()
    {
        foreach (var table in NuScenesTables.Needed)
        {
            var at = files.FindIndex(f => NuScenesTables.NameOf(builder.Files[f].FullPath) == table);
            var file = at >= 0 ? files[at] : Beside(table);
            if (file < 0)
                continue;
            var source = builder.Files[file];
            if (SourceCheck.TryLoad(source, file, part.Problems, request.Cancellation, out var bytes))
                new JsonFile(
                    new FormatFile(source, file, bytes, part, request.Options),
                    new Table(this, file, table)
                ).Read();
            if (table == "sample_data")
                AddSamples();
            request.Progress?.Report(source.Length);
        }
        chains.Check(part.Problems);
        builder.Append(part);
    }

    int Beside(string table)
    {
        var path = Path.Combine(folder, table + ".json");
        if (!File.Exists(path))
            return -1;
        var source = SourceFile.InFolder(path);
        source.Format = AnnotationFormats.Find("nuscenes");
        return builder.AddFile(source);
    }

    sealed class Table(NuScenesReader reader, int file, string name) : IJsonRecords
    {
        public JsonUse UseOf(scoped ReadOnlySpan<byte> key) => JsonUse.Each;

        public void Read(scoped ReadOnlySpan<byte> key, JsonNode record) => reader.Read(name, file, record);
    }

    void Read(string table, int file, JsonNode record)
    {
        if (record["token"u8].Text is not { } token)
        {
            part.Problems.Report(JsonProblems.MissingField, record.Span, "The record has no text 'token'.");
            return;
        }
        switch (table)
        {
            case "category":
                part.AddDeclaration(
                    new CategoryDeclaration
                    {
                        Span = record.Span,
                        Id = part.IdOf(token),
                        Name = record["name"u8].Text,
                    }
                );
                break;
            case "attribute":
                attributes[token] = record["name"u8].Text ?? "";
                break;
            case "visibility":
                visibilities[token] = record["level"u8].Text ?? "";
                break;
            case "scene":
                scenes[token] = record["name"u8].Text ?? token;
                break;
            case "instance":
                categoryOfInstance[token] = record["category_token"u8].Text ?? "";
                chains.NoteEnds(record);
                break;
            case "sample":
                chains.Note(table, token, record, record["timestamp"u8].Number);
                samples[token] = (record.Span, record["scene_token"u8].Text ?? "", record["timestamp"u8].Number);
                break;
            case "sample_data":
                ReadPicture(record, token);
                break;
            case "sample_annotation":
                chains.Note(table, token, record, double.NaN);
                ReadCuboid(file, record);
                break;
            default:
                ReadBox(record);
                break;
        }
    }

    void ReadPicture(JsonNode record, string token)
    {
        if (record["is_key_frame"u8].Flag == false || record["width"u8].Pixels == 0)
            return;
        images[token] = part.AddImage(
            new(record.Span)
            {
                Id = part.IdOf(token),
                FileName = record["filename"u8].Text ?? "",
                Width = record["width"u8].Pixels,
                Height = record["height"u8].Pixels,
                State = ImageState.Annotated,
            }
        );
    }

    // A sample is a moment of a scene; boxes in space belong to it and not to one of its pictures.
    void AddSamples()
    {
        foreach (var scene in samples.GroupBy(sample => sample.Value.Scene))
        {
            var frame = 0;
            foreach (var (token, (span, _, _)) in scene.OrderBy(sample => sample.Value.Time))
                imageOfSample[token] = part.AddImage(
                    new(span)
                    {
                        Id = part.IdOf(token),
                        FileName = token,
                        Frame = frame++,
                        Sequence = scenes.GetValueOrDefault(scene.Key, scene.Key),
                        State = ImageState.Annotated,
                    }
                );
        }
    }

    void ReadCuboid(int file, JsonNode record)
    {
        var (at, size, turn) = (record["translation"u8], record["size"u8], record["rotation"u8]);
        var instance = record["instance_token"u8].Text ?? "";
        var sample = record["sample_token"u8].Text ?? "";
        var row = new AnnotationRow(record.Span)
        {
            Id = record["token"u8].Id(part),
            CategoryId = part.IdOf(
                record["category_token"u8].Text ?? categoryOfInstance.GetValueOrDefault(instance, instance)
            ),
            Track = instance.Length == 0 ? -1 : part.AddTrack(new(file, part.IdOf(instance), -1, SourceSpan.None)),
            Shape = ShapeKind.Cuboid,
        };
        SetImage(ref row, imageOfSample, sample);
        if (row.Image >= 0)
            row.Frame = part.Images.Frame.At(row.Image);
        // Width, length, height; the real part of the quaternion comes first.
        if (at.Count == 3 && size.Count == 3 && turn.Count == 4)
            row.Geometry = part.Geometry.AddCuboid(
                new(
                    at[0].Number,
                    at[1].Number,
                    at[2].Number,
                    size[1].Number,
                    size[0].Number,
                    size[2].Number,
                    new(turn[0].Number, turn[1].Number, turn[2].Number, turn[3].Number)
                )
            );
        else
            part.Problems.Report(
                JsonProblems.MissingField,
                record.Span,
                "A box has 'translation' (3 numbers), 'size' (3) and 'rotation' (4)."
            );
        var annotation = part.AddAnnotation(row);
        SetAttributes(annotation, record);
        foreach (var name in (string[])["num_lidar_pts", "num_radar_pts"])
            if (record[Encoding.UTF8.GetBytes(name)] is { IsNumber: true } number)
                part.SetAttribute(annotation, name, AttributeValue.Of(number.Number));
        if (visibilities.TryGetValue(record["visibility_token"u8].Text ?? "", out var level))
            part.SetAttribute(annotation, "visibility", AttributeValue.Of(level));
    }

    void ReadBox(JsonNode record)
    {
        var row = new AnnotationRow(record.Span)
        {
            Id = record["token"u8].Id(part),
            CategoryId = part.IdOf(record["category_token"u8].Text ?? ""),
        };
        SetImage(ref row, images, record["sample_data_token"u8].Text ?? "");
        var box = record["bbox"u8];
        if (box.Count != 4)
            part.Problems.Report(JsonProblems.BoxNumbers, record.Span, "'bbox' has four numbers.");
        Shapes.SetBox(ref row, Box.FromEdges(box[0].Number, box[1].Number, box[2].Number, box[3].Number));
        SetMask(ref row, record["mask"u8]);
        SetAttributes(part.AddAnnotation(row), record);
    }

    // Run lengths as COCO packs them, in base64.
    void SetMask(ref AnnotationRow row, JsonNode mask)
    {
        if (!mask.IsObject)
            return;
        var (height, width) = (mask["size"u8][0].Pixels, mask["size"u8][1].Pixels);
        var packed = new byte[mask["counts"u8].Inside.Length];
        var isText =
            System.Buffers.Text.Base64.DecodeFromUtf8(mask["counts"u8].Inside, packed, out _, out var length)
            == System.Buffers.OperationStatus.Done;
        var result =
            isText && (long)height * width <= 1L << 30
                ? RleMask.FromText(packed.AsSpan(0, length), height, width)
                : default;
        if (result.HasMask)
            Shapes.SetMask(ref row, part, result.Mask!);
        else
            part.Problems.Report(
                JsonProblems.WrongType,
                mask.Span,
                "These run lengths do not fill a mask of this size; the annotation keeps its box."
            );
    }

    void SetImage(ref AnnotationRow row, Dictionary<string, int> known, string token)
    {
        if (known.TryGetValue(token, out var image))
            row.Image = image;
        else
            row.ImageId = part.IdOf(token);
    }

    // vehicle.moving: the first word is what is told, the second what it is.
    void SetAttributes(int annotation, JsonNode record)
    {
        foreach (var token in record["attribute_tokens"u8].Children)
            if (attributes.TryGetValue(token.Text ?? "", out var name) && name.Length > 0)
            {
                var dot = name.IndexOf('.', StringComparison.Ordinal);
                var value = dot < 0 ? AttributeValue.Of(true) : AttributeValue.Of(name[(dot + 1)..]);
                part.SetAttribute(annotation, dot < 0 ? name : name[..dot], value);
            }
    }
}
