// The syntax and the model share many words. In this project a bare word is that of the model; the syntax is written out
// (`Grammar.Syntax.EnumType`).
global using AttributeType = LabelSpec.Semantics.Symbols.Attributes.AttributeType;
global using BoolType = LabelSpec.Semantics.Types.BoolType;
global using BoundVariable = LabelSpec.Semantics.Expressions.BoundVariable;
global using ClassSet = LabelSpec.Semantics.Symbols.Classes.ClassSet;
global using ComparisonOperator = LabelSpec.Semantics.Expressions.ComparisonOperator;
global using DatasetBinder = LabelSpec.Semantics.Symbols.Rules.DatasetBinder;
global using EnumType = LabelSpec.Semantics.Types.EnumType;
global using ErrorType = LabelSpec.Semantics.Types.ErrorType;
global using Expectation = LabelSpec.Semantics.Symbols.Scenes.Expectation;
global using ExpectedPlace = LabelSpec.Semantics.Symbols.Scenes.ExpectedPlace;
global using GroupBinder = LabelSpec.Semantics.Symbols.Rules.GroupBinder;
global using ImageBinder = LabelSpec.Semantics.Symbols.Rules.ImageBinder;
global using MessagePart = LabelSpec.Semantics.Symbols.Rules.MessagePart;
global using MessageTemplate = LabelSpec.Semantics.Symbols.Rules.MessageTemplate;
global using NumberType = LabelSpec.Semantics.Types.NumberType;
global using OverlapMeasure = LabelSpec.Semantics.Symbols.Declarations.OverlapMeasure;
global using SceneAnnotation = LabelSpec.Semantics.Symbols.Scenes.SceneAnnotation;
global using SceneImage = LabelSpec.Semantics.Symbols.Scenes.SceneImage;
global using SetType = LabelSpec.Semantics.Types.SetType;
global using Severity = LabelSpec.Grammar.Severity;
global using ShapeExtent = LabelSpec.Semantics.Symbols.Classes.ShapeExtent;
global using ShapeKind = LabelSpec.Semantics.Symbols.Classes.ShapeKind;
global using StepBinder = LabelSpec.Semantics.Symbols.Rules.StepBinder;
global using TextType = LabelSpec.Semantics.Types.TextType;
global using TrackBinder = LabelSpec.Semantics.Symbols.Rules.TrackBinder;
global using Unit = LabelSpec.Semantics.Types.Unit;
