using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Rules.Explaining;
using LabelSpec.Engine.Rules.Judging;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules;

/// <summary>Puts violations of a rule of the guideline into words.</summary>
sealed class RuleSource : ViolationSource
{
    readonly RuleProgram program;
    readonly RuleSymbol rule;
    readonly RuleWords words;
    readonly ValueTexts texts;
    readonly Func<Frame, Repair?>[] repairs;

    // Each thread has its own; none of them has to be given back.
    readonly ConditionalWeakTable<Thread, Frame> frames = [];

    public RuleSource(RuleProgram program, RuleSymbol rule, Severity severity)
    {
        this.program = program;
        this.rule = rule;
        Severity = severity;
        texts = new ValueTexts(program.Data, program.Compiler);
        using var step = program.Compiler.InStep(rule.Binder as StepBinder);
        words = new RuleWords(rule, program.Compiler, texts);
        var builder = new RepairBuilder(program.Data, program.Compiler, texts, program.SlotOf);
        repairs = [.. rule.Fixes.Select(builder.Of)];
    }

    public override string Rule => rule.Name;

    public override Severity Severity { get; }

    internal override bool ExplainsOnAnyThread => true;

    public override Explanation Explain(in Violation violation)
    {
        var frame = frames.GetValue(Thread.CurrentThread, _ => program.NewFrame(program.Globals));
        Bind(frame, violation);
        var atoms = words.Deciding(frame);
        var values = new List<DecidingValue>();
        foreach (var atom in atoms)
            atom.AddValues(frame, values);
        return new Explanation(words.Message(frame, atoms))
        {
            Field = FieldOf(atoms),
            Values = [.. values.DistinctBy(value => value.Name)],
            Related = Related(violation),
            Repairs = [.. repairs.Select(repair => repair(frame)).OfType<Repair>()],
        };
    }

    void Bind(Frame frame, in Violation violation)
    {
        switch (rule.Binder)
        {
            case EachBinder binder:
                frame.Slots[program.SlotOf(binder.Variable)] = violation.Subject;
                break;
            case GroupBinder binder:
                frame.Slots[program.SlotOf(binder.Variable)] = violation.Subject;
                break;
            case TrackBinder binder:
                frame.Slots[program.SlotOf(binder.Variable)] = violation.Subject;
                break;
            case OrderedPairBinder binder:
                BindPair(frame, binder.First, binder.Second, violation);
                break;
            case UnorderedPairBinder binder:
                BindPair(frame, binder.First, binder.Second, violation);
                break;
            case StepBinder binder:
                BindPair(frame, binder.From, binder.To, violation);
                break;
        }
        var image = violation.Kind switch
        {
            SubjectKind.Annotation => program.Data.Annotations.Images[violation.Subject],
            SubjectKind.Image => violation.Subject,
            _ => -1,
        };
        if (image >= 0)
            frame.Enter(image);
    }

    void BindPair(Frame frame, VariableSymbol first, VariableSymbol second, in Violation violation)
    {
        frame.Slots[program.SlotOf(first)] = violation.Subject;
        frame.Slots[program.SlotOf(second)] = violation.Other;
    }

    Field FieldOf(List<DecidingAtom> atoms) =>
        rule.Binder switch
        {
            EachBinder binder => FailedField.Of(atoms, binder.Variable),
            ImageBinder => FailedField.Of(atoms, null),
            _ => Field.Whole,
        };

    ImmutableArray<RelatedSubject> Related(in Violation violation)
    {
        if (violation.Other >= 0)
            return [new(SubjectKind.Annotation, violation.Other, $"The other: {texts.NameOf(violation.Other)}")];
        if (rule.Binder is not GroupBinder)
            return [];
        var annotations = program.Data.Annotations;
        var related = ImmutableArray.CreateBuilder<RelatedSubject>();
        foreach (var row in annotations.OfImage(annotations.Images[violation.Subject]))
            if (row != violation.Subject && annotations.Groups[row] == annotations.Groups[violation.Subject])
                related.Add(new(SubjectKind.Annotation, row, $"In the same group: {texts.NameOf(row)}"));
        return related.ToImmutable();
    }
}
