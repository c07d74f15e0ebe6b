using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Facts;

/// <summary>The words of rules, checks, cases and quality.</summary>
static class RuleWords
{
    public static readonly WordFact[] RuleMember =
    [
        new(Keyword.For, "for a: CLASSES [where EXPR]", "What the rule ranges over."),
        new(Keyword.Require, "require EXPR", "What must be true."),
        new(Keyword.Forbid, "forbid EXPR", "What must not be true."),
        new(Keyword.Unless, "unless EXPR [\"WHY\"]", "When the rule does not apply."),
        new(Keyword.Message, "message \"TEXT with {expressions}\"", "What people read when the rule is violated."),
        new(
            Keyword.Fix,
            "fix set a.class = truck [\"TITLE\"]",
            "How a violation can be repaired in the annotation file."
        ),
        new(Keyword.Since, "since \"2.1.0\"", "The version of the guideline that brought the rule."),
        new(
            Keyword.Ask,
            "ask \"QUESTION\" [sample 2%]",
            "A question that reviewers answer on a sample, where the rule can only suspect."
        ),
        new(Keyword.Example, "example \"IMAGE\" \"TEXT\"", "A picture in which the rule is kept."),
        new(Keyword.Counterexample, "counterexample \"IMAGE\" \"TEXT\"", "A picture in which the rule is violated."),
    ];

    public static readonly WordFact[] CheckMember =
    [
        new(Keyword.For, "for CLASSES", "The classes for which the settings hold."),
    ];

    public static readonly WordFact[] CaseMember =
    [
        new(Keyword.Include, "include \"TEXT\"", "What belongs to the case."),
        new(Keyword.Exclude, "exclude \"TEXT\" [use CLASS]", "What does not belong to the case."),
        new(Keyword.Example, "example \"IMAGE\" \"TEXT\"", "A picture of the case."),
        new(Keyword.Counterexample, "counterexample \"IMAGE\" \"TEXT\"", "A picture that is not the case."),
        new(Keyword.Since, "since \"2.1.0\"", "The version of the guideline that brought the case."),
        new(
            Keyword.Ask,
            "ask \"QUESTION\" [about CLASSES] [when EXPR] sample 2%",
            "A question that reviewers answer on a sample."
        ),
    ];

    public static readonly WordFact[] DistinctionMember =
    [
        new(
            Keyword.Choose,
            "choose CLASS when EXPR [or \"TEXT\"]",
            "When the class is the right one. The first that fits is chosen."
        ),
        new(Keyword.Otherwise, "otherwise CLASS", "The class where none of the conditions holds."),
        new(
            Keyword.Never,
            "never both above [iou | mask] 80%",
            "No two annotations of these classes may overlap more."
        ),
        new(Keyword.Include, "include \"TEXT\"", "What belongs to the distinction."),
        new(Keyword.Example, "example \"IMAGE\" \"TEXT\"", "A picture of the difference."),
        new(Keyword.Counterexample, "counterexample \"IMAGE\" \"TEXT\"", "A picture of a mix-up."),
        new(Keyword.Ask, "ask \"QUESTION\" [sample 2%]", "A question that reviewers answer on a sample."),
    ];

    public static readonly WordFact[] QualityMember =
    [
        new(Keyword.Match, "match iou >= 0.5", "When an annotation counts as the same as one of the ground truth."),
        new(Keyword.Accept, "accept accuracy >= 90%, recall of CLASS >= 95%", "What finished work must reach."),
        new(Keyword.Agreement, "agreement alpha >= 0.8", "How far annotators must agree."),
        new(
            Keyword.Honeypots,
            "honeypots 5%",
            "The share of images with known ground truth that is mixed into the work."
        ),
    ];

    public static readonly WordFact[] Severity =
    [
        new(Keyword.Error, "error", "Must be repaired."),
        new(Keyword.Warning, "warning", "Is probably wrong and should be looked at."),
        new(Keyword.Info, "info", "Is worth knowing."),
        new(Keyword.Hint, "hint", "Is shown in editors only."),
        new(Keyword.Off, "off", "Is not checked."),
    ];

    public static readonly WordFact[] Binder =
    [
        new(Keyword.Pair, "pair a, b: CLASSES", "Every unordered pair in one image."),
        new(Keyword.Step, "step a -> b: CLASSES", "Successive annotations of one track."),
        new(Keyword.Track, "track t: CLASSES", "Whole tracks."),
        new(Keyword.Group, "group g [: CLASSES]", "Annotations that share a group id."),
        new(Keyword.Image, "image", "Every image."),
        new(Keyword.Dataset, "dataset", "The data as a whole."),
    ];

    public static readonly WordFact[] ClassSet =
    [
        new(Keyword.Any, "any", "Every class."),
        new(Keyword.Except, "except", "Without these classes."),
    ];

    public static readonly WordFact[] Fix =
    [
        new(Keyword.Set, "set a.class = truck, set a.attr = value", "Changes the class or an attribute."),
        new(Keyword.Remove, "remove a", "Removes the annotation."),
        new(Keyword.Clip, "clip a", "Cuts the shape off at the border of the image."),
        new(Keyword.Merge, "merge a, b", "Makes one annotation of several."),
        new(Keyword.Fill, "fill a", "Fills the holes of the shape."),
    ];

    public static readonly WordFact[] OverlapPolicy =
    [
        new(Keyword.Allowed, "allowed", "As far as they like."),
        new(Keyword.None, "none", "Not at all."),
        new(Keyword.Below, "below [iou | mask] 85%", "Less than this share."),
        new(Keyword.Iou, "iou", "Measured as intersection over union."),
        new(Keyword.Mask, "mask", "Measured in shared pixels."),
    ];
}
