using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace LabelSpec.Architecture.Tests;

/// <summary>The arrows between the types: transitive project references would let a type reach around a room.</summary>
public sealed class DependencyTests
{
    static readonly System.Reflection.Assembly[] Assemblies =
    [
        .. ArrowTests
            .AllowedArrows.Keys.Select(room => room == "LabelSpec.Cli" ? "labelspec" : room)
            .Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll"))
            .Where(File.Exists)
            .Select(System.Reflection.Assembly.LoadFrom),
    ];

    static readonly ArchUnitNET.Domain.Architecture Product = new ArchLoader().LoadAssemblies(Assemblies).Build();

    [Fact]
    public void All_rooms_are_looked_at() => Assert.True(Assemblies.Length >= 8);

    [Fact]
    public void Types_depend_only_on_rooms_below_theirs()
    {
        var wrong =
            from type in Product.Types
            let room = RoomOf(type)
            where room is not null
            from target in type.Dependencies.Select(dependency => dependency.Target)
            let targetRoom = RoomOf(target)
            where targetRoom is not null && targetRoom != room && !Below(room!).Contains(targetRoom)
            select $"{type.FullName} -> {target.FullName}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Only_the_command_line_touches_the_console()
    {
        var wrong =
            from type in Product.Types
            where RoomOf(type) is { } room && room != "LabelSpec.Cli"
            where type.Dependencies.Any(dependency => dependency.Target.FullName == "System.Console")
            select type.FullName;

        Assert.Empty(wrong);
    }

    static string? RoomOf(IType type) =>
        ArrowTests.AllowedArrows.Keys.FirstOrDefault(room =>
            type.FullName.StartsWith(room + ".", StringComparison.Ordinal)
        );

    static HashSet<string> Below(string room)
    {
        var below = new HashSet<string>();
        var open = new Stack<string>(ArrowTests.AllowedArrows[room]);
        while (open.TryPop(out var next))
            if (below.Add(next))
                foreach (var further in ArrowTests.AllowedArrows[next])
                    open.Push(further);
        return below;
    }
}
