using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>Habits of formats that look like defects, and were reported as such on real files.</summary>
public sealed class ConventionTests : IDisposable
{
    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_object_of_openlabel_has_a_box_for_each_part()
    {
        var file = folder.Write(
            "a.json",
            """
            {"openlabel": {"metadata": {"schema_version": "1.0.0"},
              "objects": {"2": {"name": "John", "type": "Pedestrian"}},
              "frames": {"0": {"objects": {"2": {"object_data": {"bbox": [
                {"name": "face", "val": [50, 50, 40, 40]}, {"name": "hand", "val": [90, 90, 10, 10]}]}}}}}}}
            """
        );

        Assert.Equal(2, DatasetReader.Read([file]).Annotations.Count);
        Assert.DoesNotContain("LS3707", RulesIn(file));
    }

    [Fact]
    public void Frames_of_a_video_need_no_name()
    {
        var file = folder.Write(
            "a.json",
            """
            {"openlabel": {"metadata": {"schema_version": "1.0.0"}, "objects": {"2": {"name": "car", "type": "Car"}},
              "frames": {"0": {"objects": {"2": {"object_data": {"bbox": [{"name": "b", "val": [50, 50, 40, 40]}]}}}},
                         "1": {"objects": {"2": {"object_data": {"bbox": [{"name": "b", "val": [50, 50, 40, 40]}]}}}}}}}
            """
        );

        Assert.DoesNotContain("LS4002", RulesIn(file));
    }

    [Fact]
    public void Corners_that_are_no_numbers_have_no_sense() =>
        Assert.DoesNotContain(
            "LS3311",
            RulesIn(folder.Write("labelTxt/1.txt", "1 1 x 1 5 5 1 5 plane 0\n1 1 5 1 5 5 1 5 plane 0\n"))
        );

    [Theory]
    [InlineData("1,3,10,10,50,50,-1,-1,-1,-1")]
    [InlineData("1,-1,10,10,50,50,17.5,-1,-1,-1")]
    public void Detections_of_MOT_have_any_score_or_none(string row) =>
        Assert.DoesNotContain("LS3006", RulesIn(folder.Write("det.txt", row + "\n")));

    [Theory]
    [InlineData("2,1", false)]
    [InlineData("1,1", true)]
    public void The_id_of_a_track_is_the_same_in_each_frame_and_twice_in_one_it_is_a_matter_of_tracks(
        string frameAndId,
        bool isFound
    )
    {
        var rules = RulesIn(
            folder.Write("gt.txt", $"1,1,10,10,50,50,1,-1,-1,-1\n{frameAndId},300,10,50,50,1,-1,-1,-1\n")
        );

        Assert.Equal(isFound, rules.Contains("LS3707"));
        Assert.DoesNotContain("LS3001", rules);
    }

    [Theory]
    [InlineData("{}", "{}", false)]
    [InlineData("{\"name\": \"\"}", "{\"name\": \"\"}", false)]
    [InlineData("{\"name\": \"\", \"building\": \"yes\"}", "{\"name\": \"shed\"}", false)]
    [InlineData("{\"class\": \"roof\"}", "{}", true)]
    public void Where_no_feature_has_a_class_none_is_missing(string first, string second, bool isFound)
    {
        var file = folder.Write(
            "a.geojson",
            $$"""
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {{first}}, "geometry": {"type": "Point", "coordinates": [1, 2]} },
              {"type": "Feature", "properties": {{second}}, "geometry": {"type": "Point", "coordinates": [3, 2]} }]}
            """
        );
        // A class elsewhere in the data set.
        var other = folder.Write(
            "b.geojson",
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"class": "road"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]}
            """
        );

        Assert.Equal(isFound, RulesIn(file, other).Contains("LS3007"));
    }

    [Fact]
    public void What_has_no_box_in_space_may_say_so()
    {
        var file = folder.Write(
            "a.json",
            """
            {"openlabel": {"metadata": {"schema_version": "1.0.0"}, "objects": {"-1": {"name": "", "type": "DontCare"}},
              "frames": {"0": {"objects": {"-1": {"object_data": {
                "cuboid": [{"name": "b", "val": [-10, 499, -1, 0, -1, 0, -1000, -1000, -1000]}],
                "poly2d": [{"name": "p", "mode": "MODE_POLY2D_SRF6DCC", "closed": true, "val": ["1", "2", "1", "9", "AAAA"]}]
              }}}}}}}
            """
        );

        var rules = RulesIn(file);
        Assert.DoesNotContain("LS3901", rules);
        // That it is not read is said once.
        Assert.Contains("LS2112", rules);
        Assert.DoesNotContain("LS3005", rules);
    }

    [Fact]
    public void Regions_that_annotators_were_given_keep_their_ids_and_tasks_need_no_picture()
    {
        const string Result = """
            [{"id": "r1", "type": "rectanglelabels", "from_name": "l", "to_name": "i", "original_width": 100, "original_height": 100,
              "value": {"x": 1, "y": 1, "width": 50, "height": 50, "rotation": 0, "rectanglelabels": ["car"]}}]
            """;
        var file = folder.Write(
            "a.json",
            $$"""
            [{"id": 1, "data": {"text": "no picture"}, "annotations": [
              {"id": 1, "completed_by": 1, "result": {{Result}}}, {"id": 2, "completed_by": 2, "result": {{Result}}}]}]
            """
        );

        Assert.DoesNotContain("LS3001", RulesIn(file));
        Assert.DoesNotContain("LS4002", RulesIn(file));
    }

    [Theory]
    [InlineData("\"neg_category_ids\": [], \"not_exhaustive_category_ids\": [], ", false)]
    [InlineData("", true)]
    public void An_object_of_LVIS_has_all_classes_that_it_is(string ofLvis, bool isFound)
    {
        var file = folder.Write(
            "a.json",
            $$"""
            {"images": [{"id": 1, {{ofLvis}}"file_name": "a.jpg", "width": 640, "height": 480}],
             "categories": [{"id": 1, "name": "bottle"},
                            {"id": 2, "name": "alcohol"}],
             "annotations": [
               {"id": 1, "image_id": 1, "category_id": 1, "bbox": [60, 80, 80, 200], "area": 16000, "iscrowd": 0},
               {"id": 2, "image_id": 1, "category_id": 2, "bbox": [60, 80, 80, 200], "area": 16000, "iscrowd": 0}]}
            """
        );

        Assert.Equal(isFound ? "coco" : "lvis", DatasetReader.Read([file]).Files[0].Format!.Id);
        Assert.Equal(isFound, RulesIn(file).Contains("LS3603"));
    }

    [Theory]
    [InlineData("DontCare", false)]
    [InlineData("Van", true)]
    public void A_region_to_be_ignored_may_lie_over_an_object(string other, bool isFound)
    {
        var file = folder.Write(
            "label_2/1.txt",
            $"Car 0 0 0 100 100 200 200 -1 -1 -1 -1000 -1000 -1000 -10\n{other} -1 -1 -10 100 100 200 200 -1 -1 -1 -1000 -1000 -1000 -10\n"
        );

        Assert.Equal(isFound, RulesIn(file).Contains("LS3603"));
    }

    [Fact]
    public void The_faces_of_a_cuboid_lie_over_each_other()
    {
        var file = folder.Write(
            "a.xml",
            """
            <annotations><version>1.1</version>
              <image id="0" name="a.jpg" width="640" height="480">
                <cuboid label="car" occluded="0" xtl1="100" ytl1="100" xbl1="100" ybl1="200" xtr1="200" ytr1="100" xbr1="200" ybr1="200"
                  xtl2="220" ytl2="120" xbl2="220" ybl2="190" xtr2="130" ytr2="120" xbr2="130" ybr2="190" z_order="0"></cuboid>
              </image>
            </annotations>
            """
        );

        Assert.DoesNotContain(RulesIn(file), rule => rule.StartsWith("LS33", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("coco", true)]
    [InlineData("cvat", false)]
    public void Points_outside_keep_their_place_in_CVAT(string format, bool isFound)
    {
        var file =
            format == "coco"
                ? folder.Write(
                    "a.json",
                    """
                    {"images": [{"id": 1, "file_name": "a.jpg", "width": 640, "height": 480}],
                     "categories": [{"id": 1, "name": "person", "keypoints": ["nose", "hip"], "skeleton": [[1, 2]]}],
                     "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [60, 80, 80, 200], "area": 16000, "iscrowd": 0,
                                      "keypoints": [100, 100, 0, 100, 200, 2], "num_keypoints": 1}]}
                    """
                )
                : folder.Write(
                    "a.xml",
                    """
                    <annotations><version>1.1</version>
                      <image id="0" name="a.jpg" width="640" height="480">
                        <skeleton label="person" z_order="0">
                          <points label="nose" outside="1" occluded="0" points="100,100"></points>
                          <points label="hip" outside="0" occluded="0" points="100,200"></points>
                        </skeleton>
                      </image>
                    </annotations>
                    """
                );

        Assert.True(DatasetReader.Read([file]).Annotations.Flags[0].HasFlag(AnnotationFlags.HasKeypoints));
        Assert.Equal(isFound, RulesIn(file).Contains("LS3505"));
    }

    [Theory]
    [InlineData(new[] { 300, 300, 300, 300 }, new int[0])]
    [InlineData(new[] { 0, 300, 0, 0 }, new[] { 1 })]
    [InlineData(new[] { 300, 0, 300, 300 }, new[] { 1 })]
    [InlineData(new[] { 300, 300 }, new[] { 0, 1 })]
    public void What_all_objects_do_the_camera_does(int[] jumps, int[] found)
    {
        var tracks = jumps.Select(
            (jump, i) =>
                $"<track id=\"{i}\" label=\"car\">"
                + string.Concat(
                    Enumerable
                        .Range(0, 8)
                        .Select(frame =>
                        {
                            var (x, y) = (50 + 6 * frame + (frame > 3 ? jump : 0), 20 + 60 * i);
                            return $"<box frame=\"{frame}\" outside=\"0\" occluded=\"0\" keyframe=\"1\" xtl=\"{x}\" ytl=\"{y}\" xbr=\"{x + 60}\" ybr=\"{y + 40}\"/>";
                        })
                )
                + "</track>"
        );
        var file = folder.Write(
            "a.xml",
            "<annotations><version>1.1</version><meta><task><size>8</size><original_size><width>640</width><height>480</height></original_size></task></meta>"
                + string.Concat(tracks)
                + "</annotations>"
        );

        var data = DatasetReader.Read([file]);
        var jumped = Analysis
            .Run(new AnalysisRequest(data))
            .Findings.Where(finding => finding.Rule == "LS3706")
            .Select(finding => finding.Message.Split(' ')[2]);

        Assert.Equal(found.Select(track => $"{track}"), jumped.Order());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(7, true)]
    public void Annotations_of_Datumaro_without_an_id_have_the_id_0(int id, bool isFound)
    {
        var label = $$"""{"id": {{id}}, "type": "label", "label_id": 0, "group": 0}""";
        var file = folder.Write(
            "annotations/train.json",
            $$"""
            {"info": {}, "categories": {"label": {"labels": [{"name": "a", "parent": "", "attributes": []}], "attributes": []} },
             "items": [{"id": "1", "annotations": [{{label}}, {{label}}], "image": {"path": "1.jpg", "size": [40, 50]} }]}
            """
        );

        Assert.Equal(isFound, RulesIn(file).Contains("LS3001"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("\"score\": 0.9, ", false)]
    public void Models_predict_boxes_and_masks_each_by_itself(string score, bool isFound)
    {
        var file = folder.Write(
            "a.json",
            $$"""
            [{"name": "1.jpg", "size": {"width": 200, "height": 200}, "labels": [{"id": "1", {{score}}"category": "car",
              "box2d": {"x1": 10, "y1": 10, "x2": 60, "y2": 60},
              "poly2d": [{"vertices": [[30, 30], [50, 30], [50, 50]], "types": "LLL", "closed": true}] }] }]
            """
        );

        Assert.Equal(isFound, RulesIn(file).Contains("LS3207"));
    }

    [Fact]
    public void Classes_of_Open_Images_are_told_by_their_ids() =>
        Assert.DoesNotContain(
            "LS5002",
            RulesIn(folder.Write("classes.csv", "LabelName,DisplayName\n/m/013y1f,Organ\n/m/025x1,Organ\n"))
        );

    [Fact]
    public void Images_without_a_name_are_called_by_their_id()
    {
        var file = folder.Write(
            "a.json",
            """[{"id": 41, "data": {"text": "a"}, "annotations": [{"id": 1, "result": []}]}]"""
        );

        Assert.Contains(
            Analysis.Run(new AnalysisRequest(DatasetReader.Read([file]))).Findings,
            finding => finding.Rule == "LS5013" && finding.Message.EndsWith("such as the one with the id 41.")
        );
    }

    static IReadOnlyCollection<string> RulesIn(params string[] files) =>
        [.. Analysis.Run(new AnalysisRequest(DatasetReader.Read(files))).Findings.Select(finding => finding.Rule)];
}
