using System.Collections.Immutable;
using LabelSpec.Annotations.Problems;
using LabelSpec.Engine.Checks.Captions;
using LabelSpec.Engine.Checks.Categories;
using LabelSpec.Engine.Checks.Coordinates;
using LabelSpec.Engine.Checks.Crossing;
using LabelSpec.Engine.Checks.Cuboids;
using LabelSpec.Engine.Checks.DataSets;
using LabelSpec.Engine.Checks.Distributions;
using LabelSpec.Engine.Checks.Geometry;
using LabelSpec.Engine.Checks.Images;
using LabelSpec.Engine.Checks.Keypoints;
using LabelSpec.Engine.Checks.Masks;
using LabelSpec.Engine.Checks.Pictures;
using LabelSpec.Engine.Checks.Segments;
using LabelSpec.Engine.Checks.Splits;
using LabelSpec.Engine.Checks.Structure;
using LabelSpec.Engine.Checks.Tracks;
using LabelSpec.Engine.Judging;
using LabelSpec.Semantics;

namespace LabelSpec.Engine.Checks;

/// <summary>All built-in checks. A new check is a file, a line here, its page and its tests.</summary>
public static class CheckCatalogue
{
    static readonly ImmutableArray<Entry> Entries =
    [
        new(DuplicateAnnotationId.Info, context => new DuplicateAnnotationId(context)),
        new(AnnotationIdZero.Info, context => new AnnotationIdZero(context)),
        new(UnknownImage.Info, context => new UnknownImage(context)),
        new(UnknownCategory.Info, context => new UnknownCategory(context)),
        new(NoGeometry.Info, context => new NoGeometry(context)),
        new(ScoreOutOfRange.Info, context => new ScoreOutOfRange(context)),
        new(NoCategory.Info, context => new NoCategory(context)),
        new(NegativeCategory.Info, context => new NegativeCategory(context)),
        new(UnknownClass.Info, context => new UnknownClass(context)),
        new(OutdatedClass.Info, context => new OutdatedClass(context)),
        new(AbstractClass.Info, context => new AbstractClass(context)),
        new(WrongShape.Info, context => new WrongShape(context)),
        new(UnknownAttribute.Info, context => new UnknownAttribute(context)),
        new(AttributeOfWrongType.Info, context => new AttributeOfWrongType(context)),
        new(AttributeNotAllowed.Info, context => new AttributeNotAllowed(context)),
        new(AttributeOutOfRange.Info, context => new AttributeOutOfRange(context)),
        new(RequiredAttribute.Info, context => new RequiredAttribute(context)),
        new(UndeclaredAttributeValue.Info, context => new UndeclaredAttributeValue(context)),
        new(DefaultNotDeclared.Info, context => new DefaultNotDeclared(context)),
        new(NotFinite.Info, context => new NotFinite(context)),
        new(BoxSize.Info, context => new BoxSize(context)),
        new(BoxPartlyOutside.Info, context => new BoxPartlyOutside(context)),
        new(BoxOutside.Info, context => new BoxOutside(context)),
        new(AreaNotPositive.Info, context => new AreaNotPositive(context)),
        new(AreaMismatch.Info, context => new AreaMismatch(context)),
        new(BoxShapeMismatch.Info, context => new BoxShapeMismatch(context)),
        new(TooFewVertices.Info, context => new TooFewVertices(context)),
        new(OddCoordinates.Info, context => new OddCoordinates(context)),
        new(RepeatedVertices.Info, context => new RepeatedVertices(context)),
        new(PolygonWithoutArea.Info, context => new PolygonWithoutArea(context)),
        new(PolygonOutside.Info, context => new PolygonOutside(context)),
        new(SelfIntersection.Info, context => new SelfIntersection(context)),
        new(Spike.Info, context => new Spike(context)),
        new(PartsOverlap.Info, context => new PartsOverlap(context)),
        new(HoleOutside.Info, context => new HoleOutside(context)),
        new(RingWinding.Info, context => new RingWinding(context)),
        new(QuadNotConvex.Info, context => new QuadNotConvex(context)),
        new(MaskSize.Info, context => new MaskSize(context)),
        new(UndecodableMask.Info, context => new UndecodableMask(context)),
        new(EmptyMask.Info, context => new EmptyMask(context)),
        new(CrowdConvention.Info, context => new CrowdConvention(context)),
        new(MaskIslands.Info, context => new MaskIslands(context)),
        new(MaskHoles.Info, context => new MaskHoles(context)),
        new(SegmentWithoutPixels.Info, context => new SegmentWithoutPixels(context)),
        new(UnlistedSegments.Info, context => new UnlistedSegments(context)),
        new(SegmentArea.Info, context => new SegmentArea(context)),
        new(KeypointCount.Info, context => new KeypointCount(context)),
        new(KeypointVisibility.Info, context => new KeypointVisibility(context)),
        new(LabelledKeypointCount.Info, context => new LabelledKeypointCount(context)),
        new(KeypointOutside.Info, context => new KeypointOutside(context)),
        new(UnlabelledCoordinates.Info, context => new UnlabelledCoordinates(context)),
        new(LeftRightSwapped.Info, context => new LeftRightSwapped(context)),
        new(KeypointOutsideBox.Info, context => new KeypointOutsideBox(context)),
        new(ExactDuplicate.Info, context => new ExactDuplicate(context)),
        new(NearDuplicate.Info, context => new NearDuplicate(context)),
        new(SameBoxTwoClasses.Info, context => new SameBoxTwoClasses(context)),
        new(CoveredObject.Info, context => new CoveredObject(context)),
        new(TrackGap.Info, context => new TrackGap(context)),
        new(TrackHandover.Info, context => new TrackHandover(context)),
        new(TrackClassChange.Info, context => new TrackClassChange(context)),
        new(ImmutableAttributeChange.Info, context => new ImmutableAttributeChange(context)),
        new(TrackSizeJump.Info, context => new TrackSizeJump(context)),
        new(TrackJump.Info, context => new TrackJump(context)),
        new(TrackTwiceInFrame.Info, context => new TrackTwiceInFrame(context)),
        new(OneFrameTracks.Info, context => new OneFrameTracks(context)),
        new(TrackShapeJump.Info, context => new TrackShapeJump(context)),
        new(EmptyCaption.Info, context => new EmptyCaption(context)),
        new(CaptionText.Info, context => new CaptionText(context)),
        new(CaptionLength.Info, context => new CaptionLength(context)),
        new(CuboidSize.Info, context => new CuboidSize(context)),
        new(CuboidTurn.Info, context => new CuboidTurn(context)),
        new(DuplicateImageId.Info, context => new DuplicateImageId(context)),
        new(EmptyFileName.Info, context => new EmptyFileName(context)),
        new(DuplicateFileName.Info, context => new DuplicateFileName(context)),
        new(MissingImageSize.Info, context => new MissingImageSize(context)),
        new(SimilarFileNames.Info, context => new SimilarFileNames(context)),
        new(UnsafeFileName.Info, context => new UnsafeFileName(context)),
        new(MissingPictures.Info, context => new MissingPictures(context)),
        new(PictureCase.Info, context => new PictureCase(context)),
        new(UnreadablePicture.Info, context => new UnreadablePicture(context)),
        new(TruncatedPicture.Info, context => new TruncatedPicture(context)),
        new(PictureSize.Info, context => new PictureSize(context)),
        new(TurnedPictures.Info, context => new TurnedPictures(context)),
        new(PictureType.Info, context => new PictureType(context)),
        new(TinyImage.Info, context => new TinyImage(context)),
        new(DuplicatePictures.Info, context => new DuplicatePictures(context)),
        new(OddImageSizes.Info, context => new OddImageSizes(context)),
        new(MissingLabelPictures.Info, context => new MissingLabelPictures(context)),
        new(UnreadableLabelPicture.Info, context => new UnreadableLabelPicture(context)),
        new(LabelPictureColors.Info, context => new LabelPictureColors(context)),
        new(LabelPictureSize.Info, context => new LabelPictureSize(context)),
        new(RequiredImageAttribute.Info, context => new RequiredImageAttribute(context)),
        new(ImageAttributeValue.Info, context => new ImageAttributeValue(context)),
        new(DuplicateCategoryId.Info, context => new DuplicateCategoryId(context)),
        new(DuplicateCategoryName.Info, context => new DuplicateCategoryName(context)),
        new(EmptyCategoryName.Info, context => new EmptyCategoryName(context)),
        new(SimilarCategoryNames.Info, context => new SimilarCategoryNames(context)),
        new(CategoryNameCharacters.Info, context => new CategoryNameCharacters(context)),
        new(SkeletonDeclaration.Info, context => new SkeletonDeclaration(context)),
        new(CategoryIdsDiffer.Info, context => new CategoryIdsDiffer(context)),
        new(SupercategoryCycle.Info, context => new SupercategoryCycle(context)),
        new(MixedScripts.Info, context => new MixedScripts(context)),
        new(UnusedCategories.Info, context => new UnusedCategories(context)),
        new(ClassImbalance.Info, context => new ClassImbalance(context)),
        new(FewSamples.Info, context => new FewSamples(context)),
        new(EmptyImages.Info, context => new EmptyImages(context)),
        new(UnlabelledImages.Info, context => new UnlabelledImages(context)),
        new(OnlyOneClass.Info, context => new OnlyOneClass(context)),
        new(UnusedAttributes.Info, context => new UnusedAttributes(context)),
        new(ConstantAttributes.Info, context => new ConstantAttributes(context)),
        new(CategoryCounters.Info, context => new CategoryCounters(context)),
        new(RareAttributeValues.Info, context => new RareAttributeValues(context)),
        new(CoordinateMode.Info, context => new CoordinateMode(context)),
        new(PixelOrigin.Info, context => new PixelOrigin(context)),
        new(SizeOutliers.Info, context => new SizeOutliers(context)),
        new(AspectOutliers.Info, context => new AspectOutliers(context)),
        new(CrowdedImages.Info, context => new CrowdedImages(context)),
        new(ImageSizeDoubt.Info, context => new ImageSizeDoubt(context)),
        new(UniformSizes.Info, context => new UniformSizes(context)),
        new(SplitLeakage.Info, context => new SplitLeakage(context)),
        new(GroupLeakage.Info, context => new GroupLeakage(context)),
        new(OutsideSplits.Info, context => new OutsideSplits(context)),
        new(InTwoSplits.Info, context => new InTwoSplits(context)),
        new(ClassesMissingInTraining.Info, context => new ClassesMissingInTraining(context)),
        new(LabelDrift.Info, context => new LabelDrift(context)),
        new(SplitNames.Info, context => new SplitNames(context)),
        new(ClassIdsChanged.Info, context => new ClassIdsChanged(context)),
    ];

    /// <summary>In order of code.</summary>
    public static ImmutableArray<CheckInfo> All { get; } = [.. Entries.Select(entry => entry.Info)];

    /// <summary>What is listed for people: what readers report while they read, by its code alone, then the checks.</summary>
    public static ImmutableArray<CheckInfo> Listed { get; } =
    [
        .. ProblemKinds
            .All.OrderBy(kind => kind.Code, StringComparer.Ordinal)
            .Select(kind => new CheckInfo(kind.Code, kind.Code, kind.Title, ProblemSource.DefaultOf(kind))
            {
                HasFix = kind.HasFix,
            }),
        .. All,
    ];

    /// <summary>The check of a code or name; null when there is none.</summary>
    public static CheckInfo? Find(string codeOrName) =>
        All.FirstOrDefault(check =>
            string.Equals(check.Code, codeOrName, StringComparison.OrdinalIgnoreCase)
            || string.Equals(check.Name, codeOrName, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>What guidelines may name in <c>check</c>, also what readers report.</summary>
    public static ImmutableArray<KnownCheck> Known { get; } =
    [
        .. All.Select(check => new KnownCheck(
            check.Code,
            check.Name,
            [.. check.Parameters.Select(parameter => parameter.Name)]
        )),
        .. ProblemKinds.All.Select(kind => new KnownCheck(kind.Code, kind.Code, [])),
    ];

    /// <summary>A check of the catalogue, made for one data set.</summary>
    public static Check Create(CheckInfo info, CheckContext context) =>
        Entries.First(entry => entry.Info == info).Create(context);

    sealed record Entry(CheckInfo Info, Func<CheckContext, Check> Create);
}
