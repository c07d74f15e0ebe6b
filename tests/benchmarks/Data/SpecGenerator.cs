using System.Text;

namespace LabelSpec.Benchmarks.Data;

/// <summary>Writes a guideline of any length: classes with attributes, rules over them, and a test for each rule.</summary>
public static class SpecGenerator
{
    /// <summary>How many lines one round of declarations takes.</summary>
    const int LinesPerRound = 39;

    public static string Write(int lines)
    {
        var text = new StringBuilder("/// Generated to measure the editor.\nguideline generated version \"1.0.0\"\n");
        for (var i = 0; i < lines / LinesPerRound; i++)
            text.Append(Round(i));
        return text.ToString();
    }

    static string Round(int i) =>
        $$"""

            /// Vehicles of kind {{i}}.
            abstract class vehicle_{{i}} {
              shape box | polygon
              size at least 8px x 8px
              /// How much is hidden.
              attribute occlusion_{{i}}: none | partial | heavy = none
              attribute truncation_{{i}}: number 0..1 = 0
            }

            /// Cars of kind {{i}}.
            class car_{{i}} extends vehicle_{{i}} {
              id {{2 * i}}
              alias "automobile {{i}}"
              aspect 0.3..6
              include "Taxis and police cars"
              example "img/{{i}}.png" box 40 60 200 120 "A taxi is a car"
            }

            /// Trucks of kind {{i}}.
            class truck_{{i}} extends vehicle_{{i}} { id {{2 * i + 1}} }

            let tiny_{{i}}(a) = a.width < 10px or a.height < 10px

            /// A pickup is a truck, never both.
            rule one_class_{{i}}: warning {
              for a: car_{{i}}, b: truck_{{i}}
              where not tiny_{{i}}(a) and a.occlusion_{{i}} != heavy
              forbid iou(a, b) > 0.85 and a.truncation_{{i}} < 50%
              message "{a.class} {a.id} and {b.id} are one vehicle"
              fix remove b
            }

            test "a pickup of kind {{i}}" {
              image 1920 x 1080
              a: car_{{i}} box 100 100 200 100
              b: truck_{{i}} box 102 101 200 100
              expect one_class_{{i}} at a
            }

            """;
}
