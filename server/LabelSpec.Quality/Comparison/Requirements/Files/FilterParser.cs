using System.Text;
using System.Text.Json;
using LabelSpec.Annotations.Project;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Reads filters: CVAT's dialect of JSON Logic, which is neither all of JSON Logic nor means quite the same
/// (<c>quality_control/filters.py</c>, <c>_validate_rules</c> and <c>_match_filter</c>).
/// </summary>
sealed class FilterParser(RequirementProblemLog problems, RequirementType type)
{
    const string Operators = "and, or, !, !!, var, ==, !=, <, <=, >, >= and in";

    /// <summary>The filter of a requirement; one that lets everything through where it is empty or wrong.</summary>
    /// <param name="part">A text that is JSON, as CVAT has it, or the JSON itself.</param>
    public RequirementFilter Parse(JsonPart part)
    {
        if (part.IsNull || (part.Kind == JsonValueKind.String && part.Text.Trim().Length == 0))
            return RequirementFilter.All;
        if (part.Kind == JsonValueKind.Object)
            return Filter(part, Encoding.UTF8.GetString(problems.File.AsSpan(part.Start..part.End)));
        if (part.Kind != JsonValueKind.String)
            return Wrong(part, "a filter is an object of JSON Logic, or a text that is one");
        // Between the quotes.
        var (utf8, places) = EscapedText.Decode(problems.File.AsSpan((part.Start + 1)..(part.End - 1)), part.Start + 1);
        var (root, fault, place) = new JsonPartReader(utf8, at => places[at]).Read();
        if (root is null)
        {
            problems.Add(ScoreProblems.RequirementFilter, place, $"{fault}: a filter is JSON Logic");
            return RequirementFilter.All;
        }

        return Filter(root, part.Text.Trim());
    }

    RequirementFilter Filter(JsonPart part, string text) =>
        Node(part) is { } node ? RequirementFilter.Of(node, text) : RequirementFilter.All;

    RequirementFilter Wrong(JsonPart part, string message)
    {
        problems.Add(ScoreProblems.RequirementFilter, part.Start, message);
        return RequirementFilter.All;
    }

    IFilterNode? Node(JsonPart part)
    {
        if (part is not { Kind: JsonValueKind.Object, Members: [var operation] })
            return Fail(
                part.Start,
                "a condition is an object with one operator, such as {\"==\": [{\"var\": \"shape.label\"}, \"car\"]}"
            );
        return operation.Name switch
        {
            "and" => Nodes(operation) is { } all ? new AllOfFilter([.. all]) : null,
            "or" => Nodes(operation) is { } any ? new AnyOfFilter([.. any]) : null,
            "!" => Node(operation.Value) is { } negated ? new NotFilter(negated) : null,
            "!!" => Node(operation.Value),
            "var" => Term(part) is { } term ? new ConditionFilter(term, value => !value.IsMissing) : null,
            "<=" when operation.Value.Items.Length == 3 => Between(operation.Value),
            "==" or "!=" or "<" or "<=" or ">" or ">=" => Comparison(operation),
            "in" => Membership(operation),
            _ => Fail(operation.Start, $"'{operation.Name}' is no operator of CVAT's filters; they have {Operators}"),
        };
    }

    List<IFilterNode>? Nodes(JsonMember operation)
    {
        if (operation.Value.Items.IsEmpty)
        {
            Fail(operation.Value.Start, $"'{operation.Name}' takes a list of conditions");
            return null;
        }

        // All are read, so that all that is wrong is told.
        List<IFilterNode?> nodes = [.. operation.Value.Items.Select(Node)];
        return nodes.Contains(null) ? null : [.. nodes.OfType<IFilterNode>()];
    }

    ConditionFilter? Comparison(JsonMember operation)
    {
        if (operation.Value.Items is not [var first, var second])
            return Fail(
                operation.Value.Start,
                $"'{operation.Name}' compares a variable with a value: two of them in a list"
            );
        if (Term(first) is not { } term || Value(second) is not { } wanted)
            return null;
        return new(
            term,
            operation.Name switch
            {
                "==" => value => value.IsSame(wanted),
                // What is absent is not unequal either.
                "!=" => value => !value.IsMissing && !value.IsSame(wanted),
                "<" => value => value.CompareTo(wanted) < 0,
                "<=" => value => value.CompareTo(wanted) <= 0,
                ">" => value => value.CompareTo(wanted) > 0,
                _ => value => value.CompareTo(wanted) >= 0,
            }
        );
    }

    ConditionFilter? Between(JsonPart operands) =>
        Term(operands.Items[1]) is { } term
        && Value(operands.Items[0]) is { } low
        && Value(operands.Items[2]) is { } high
            ? new(term, value => value.CompareTo(low) >= 0 && value.CompareTo(high) <= 0)
            : null;

    ConditionFilter? Membership(JsonMember operation)
    {
        if (operation.Value.Items is not [var first, var second])
            return Fail(operation.Value.Start, "'in' takes a variable and a list, or a value and a variable");
        if (first.Kind != JsonValueKind.Object)
            // A variable has one value here: to hold a value is to be it.
            return Term(second) is { } single && Value(first) is { } wanted
                ? new(single, value => value.IsSame(wanted))
                : null;
        if (Term(first) is not { } term)
            return null;
        if (second.Kind == JsonValueKind.String)
            return new(term, value => value.Text is { } text && second.Text.Contains(text, StringComparison.Ordinal));
        if (second.Kind != JsonValueKind.Array)
            return Fail(second.Start, "'in' looks in a list of values or in a text");
        var values = second.Items.Select(Value).ToList();
        return values.Contains(null) ? null : new(term, value => values.Exists(each => value.IsSame(each!.Value)));
    }

    FilterTerm? Term(JsonPart part)
    {
        if (
            part
            is not {
                Kind: JsonValueKind.Object,
                Members: [{ Name: "var", Value: { Kind: JsonValueKind.String } name }]
            }
        )
        {
            Fail(part.Start, "here stands a variable, such as {\"var\": \"shape.label\"}");
            return null;
        }

        var known = FilterTerm.AllOf(type);
        if (known.FirstOrDefault(term => term.Name == name.Text) is { } found)
            return found;
        var nearest = NearestName.Find(name.Text, known.Select(term => term.Name));
        Fail(
            name.Start,
            $"filters of {type.Name} have no variable '{name.Text}'"
                + (nearest is null ? "; see compare.md for those that there are" : $"; did you mean '{nearest}'?")
        );
        return null;
    }

    FilterValue? Value(JsonPart part)
    {
        switch (part.Kind)
        {
            case JsonValueKind.String:
                return FilterValue.Of(part.Text);
            case JsonValueKind.Number:
                return FilterValue.Of(part.Number);
            case JsonValueKind.True or JsonValueKind.False:
                return FilterValue.Of(part.Kind == JsonValueKind.True);
            case JsonValueKind.Null:
                return FilterValue.Missing;
            default:
                Fail(part.Start, "a variable is compared with a text, a number, true or false");
                return null;
        }
    }

    ConditionFilter? Fail(int place, string message)
    {
        problems.Add(ScoreProblems.RequirementFilter, place, message);
        return null;
    }
}
