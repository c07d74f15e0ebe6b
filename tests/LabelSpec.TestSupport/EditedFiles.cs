using System.Globalization;

namespace LabelSpec.TestSupport;

/// <summary>
/// Files of one element after another, of each format in which a text that is being edited is read again only where the edit was made:
/// enough elements for several stretches, with what elements could have to do with one another (labels, tracks, frames, texts as ids,
/// attributes that only one has) and with some problems.
/// </summary>
public static class EditedFiles
{
    const int Elements = 9;

    /// <summary>Names and texts.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["datumaro.json"] = Datumaro(),
            ["problems.json"] = DatumaroWithProblems(),
            ["labelstudio.json"] = LabelStudio(),
            ["cvat.xml"] = CvatImages(),
            ["video.xml"] = CvatVideo(),
            ["labelbox.ndjson"] = Labelbox(),
            ["via.json"] = Via(),
            ["createml.json"] = CreateMl(),
            ["bdd100k.json"] = Bdd100k(),
            ["crowdhuman.odgt"] = CrowdHuman(),
        };

    /// <summary>Files of such formats whose elements have to do with one another, so that they are read as a whole.</summary>
    public static IReadOnlyDictionary<string, string> Whole { get; } =
        new Dictionary<string, string>
        {
            ["imports.ndjson"] = Joined(
                "\n",
                """{"uuid": "u@i", "name": "car@odd", "dataRow": {"globalKey": "frame_@odd.jpg"}, "bbox": {"top": 1, "left": 2, "height": 3, "width": @wide}}"""
            ),
            ["configured.json"] =
                """{"config": {"imageSize": {"width": 640, "height": 480}, "categories": [{"name": "truck"}, {"name": "car"}]}, "frames": """
                + Bdd100k()
                + "}",
        };

    static string Datumaro() =>
        """{ "info": {}, "categories": { "label": { "labels": [{ "name": "car" }, { "name": "truck" }] } }, "items": ["""
        + Joined(
            ", ",
            """
            { "id": "frame_@i", "image": { "path": "frame_@i.png", "size": [480, 640] }, "attr": { "frame": @i }, "annotations": [
            { "id": @i, "type": "bbox", "label_id": @odd, "bbox": [10.5, 20, @wide, 40], "group": 0, "attributes": { "track_id": @odd, "@last": "x" } },
            { "id": 1@i, "type": "polygon", "label_id": 2, "points": [0, 0, 10, 0, 10, 10.5], "attributes": {} }] }
            """
        )
        + "] }";

    static string CrowdHuman() =>
        Joined(
            "\n",
            """{"ID": "frame_@i", "gtboxes": [{"tag": "person", "fbox": [@i, 2, @wide, 40], "vbox": [1, 2, 3, 4], "hbox": [1, 2, 3, 9], "extra": {"box_id": @i, "@last": 1}}, {"tag": "mask", "fbox": [1, 1, 5, 5]}], "dtboxes": [{"box": [1, 2, 3], "score": 0.5}]}""",
            (2, """{"ID": 7, "gtboxes": []}"""),
            (4, """{"ID": "frame_@i", "gtboxes": [{"tag": """)
        );

    static string DatumaroWithProblems() =>
        """{ "categories": { "label": { "labels": ["car", "truck"] } }, "items": ["""
        + Joined(
            ",\n",
            """{ "id": "frame_@i", "annotations": [{ "id": @i, "type": "label", "label_id": 1 }], "attr": { "caption": "a longer text" } }""",
            (2, """{ "id": "frame_@i", "annotations": {} }"""),
            (4, """{ "id": "frame_@i", "annotations": [{ "id": @i, "type": "bbox", "label_id": 7 }, ] /* later */ }"""),
            (5, """{ "id": "frame_@i", "annotations": [{ 'id': @i, "type": "bbox", "label_id": 7 }] }"""),
            (7, """{ "id": "frame_@i", "annotations": [{ "id": @i, "type": "bbox", "label_id": 7 }] }""")
        )
        + "] }";

    static string LabelStudio() =>
        "[\n"
        + Joined(
            ",\n",
            """
            { "id": @i, "data": { "image": "/data/frame_@i.jpg" }, "annotations": [{ "completed_by": @odd, "result": [
            { "id": "r@i", "type": "rectanglelabels", "from_name": "label", "to_name": "image", "original_width": 640, "original_height": 480,
              "value": { "x": 10.5, "y": 20, "width": @wide, "height": 30, "rectanglelabels": ["car@odd"] } },
            { "id": "p@i", "type": "polygonlabels", "original_width": 640, "original_height": 480,
              "meta": { "part_of": "r@next" }, "value": { "points": [[1, 1], [30.5, 1], [30, 40]], "polygonlabels": ["car"] } },
            { "id": "c@i", "type": "choices", "from_name": "@last", "value": { "choices": ["rain"] } }] }] }
            """,
            (
                4,
                """
                { "id": @i, "data": { "image": "/data/frame_@i.jpg" }, "annotations": [{ "completed_by": @odd, "result": [
                { "id": "r1", "type": "polygonlabels", "original_width": 640, "original_height": 480, "value": { "points": [[1, 1], [3, 1], [3, 4]] } }] }] }
                """
            )
        )
        + "\n]";

    static string CvatImages() =>
        """
            <?xml version="1.0" encoding="utf-8"?>
            <annotations>
              <version>1.1</version>
              <meta><task><labels>
                <label><name>car</name><type>any</type><attributes><attribute><name>colour</name><input_type>text</input_type></attribute></attributes></label>
                <label><name>person</name><type>skeleton</type></label>
                <label><name>head</name><type>points</type><parent>person</parent></label>
                <label><name>foot</name><type>points</type><parent>person</parent></label>
              </labels></task></meta>

            """
        + Joined(
            "\n",
            """
              <image id="@i" name="frame_@i.png" width="640" height="480">
                <box label="car" source="manual" occluded="@odd" xtl="10.5" ytl="20" xbr="@wide.0" ybr="60" z_order="0"><attribute name="@last">x</attribute></box>
                <skeleton label="person" z_order="1"><points label="foot" outside="0" points="1.0,2.5"/><points label="head" outside="0" points="@i.0,7"/></skeleton>
                <polygon label="bus@odd" points="0,0;10,0;10,10.5"/>
              </image>
            """,
            (4, """  <image id="@i" name="frame_@i.png" width="640" height="480"/>"""),
            (
                6,
                """  <image id="@i" name="frame_@i.png" width="640" height="480"><blob/><box label="van" xtl="1" ytl="2" ybr="6"/></image>"""
            )
        )
        + "\n</annotations>\n";

    static string CvatVideo() =>
        """
            <annotations>
              <meta><task><size>12</size><original_size><width>640</width><height>480</height></original_size><source>a.mp4</source>
              <labels><label><name>car0</name></label><label><name>car1</name></label></labels></task></meta>

            """
        + Joined(
            "\n",
            """
              <track id="@i" label="car@odd">
                <box frame="@i" outside="0" occluded="0" keyframe="1" xtl="10.0" ytl="20.5" xbr="60" ybr="@wide"/>
                <box frame="1@odd" outside="0" occluded="1" keyframe="0" xtl="11.0" ytl="20.5" xbr="60" ybr="50"/>
                <box frame="1@i" outside="@odd" occluded="0" keyframe="1" xtl="12.0" ytl="20.5" xbr="60" ybr="50"/>
              </track>
            """
        )
        + "\n</annotations>\n";

    static string Labelbox() =>
        Joined(
            "\n",
            """{"data_row": {"id": "cl@i", "external_id": "frame_@i.jpg"}, "media_attributes": {"width": 640, "height": 480}, "projects": {"p1": {"labels": [{"label_details": {"created_by": "ann@odd"}, "annotations": {"objects": [{"feature_id": "f@i", "name": "car", "bounding_box": {"top": 20.0, "left": 10.5, "height": 40.0, "width": @wide}, "classifications": [{"name": "@last", "radio_answer": {"name": "red"}}]}]}}]}}}""",
            (
                3,
                """{"data_row": {"id": "cl@i", "external_id": "frame_@i.jpg"}, "projects": {"p1": {"labels": [{"annotations": {"objects": [{"name": "odd"}]}}]}}}"""
            )
        );

    static string Via() =>
        """{ "_via_settings": {}, "_via_img_metadata": { """
        + Joined(
            ",\n",
            """
            'frame_@i.jpg-1': { "filename": "frame_@i.jpg", "size": -1, "file_attributes": { "caption": "@i" }, "regions": [
            { "shape_attributes": { "name": "rect", "x": 10.5, "y": 20, "width": @wide, "height": 40 }, "region_attributes": { "class": "car@odd", "@last": "x" } }] }
            """,
            (
                3,
                """'frame_@i.jpg-1': { "filename": "frame_@i.jpg", "regions": [{ "shape_attributes": { "name": "blob" }, "region_attributes": {} }] }"""
            )
        )
        + " }, \"_via_attributes\": {} }";

    static string CreateMl() =>
        "["
        + Joined(
            ", ",
            """
            { "image": "frame_@i.jpg", "annotations": [
              { "label": "car@odd", "coordinates": { "x": @wide.5, "y": 40, "width": 20, "height": 30 } },
              { "label": "bus", "coordinates": { "x": 10, "y": 40, "width": 20, "height": 30 }, "confidence": 0.5 }] }
            """,
            (4, """{ "image": 4, "annotations": [{ "label": "car" }] }""")
        )
        + "]";

    static string Bdd100k() =>
        "[\n"
        + Joined(
            ",\n",
            """
            { "name": "frame_@i.jpg", "videoName": "v@odd", "frameIndex": @i, "attributes": { "weather": "rainy" }, "labels": [
              { "id": "@odd", "category": "car", "attributes": { "@last": true }, "box2d": { "x1": 10.5, "y1": 20, "x2": @wide, "y2": 39 } },
              { "id": "t@i", "box2d": { "x1": 1, "y1": 2, "x2": 3.5, "y2": 4 } }] }
            """
        )
        + "\n]";

    /// <summary>Elements in a row, with their numbers in place of <c>@i</c> and what follows from them in place of other names.</summary>
    static string Joined(string separator, string element, params (int Number, string Element)[] others) =>
        string.Join(
            separator,
            Enumerable
                .Range(1, Elements)
                .Select(i =>
                    (others.FirstOrDefault(other => other.Number == i).Element ?? element)
                        .Replace("@i", Text(i), StringComparison.Ordinal)
                        .Replace("@next", Text(i % 2 == 0 ? i : i + 1), StringComparison.Ordinal)
                        .Replace("@odd", Text(i % 2), StringComparison.Ordinal)
                        .Replace("@wide", Text(i * 30), StringComparison.Ordinal)
                        .Replace("@last", i == Elements ? "later" : "colour", StringComparison.Ordinal)
                )
        );

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
