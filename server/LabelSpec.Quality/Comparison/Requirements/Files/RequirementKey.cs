namespace LabelSpec.Quality.Comparison;

/// <summary>The keys of requirements files, as CVAT's interface spells them (<c>QualityRequirementSerializer</c>).</summary>
static class RequirementKey
{
    public const string Name = "name";
    public const string Id = "id";
    public const string Parent = "parent_requirement";
    public const string SortOrder = "sort_order";
    public const string Enabled = "enabled";
    public const string Type = "annotation_type";
    public const string Filter = "filter";
    public const string Metric = "metric";
    public const string RequiredScore = "required_score";
    public const string Iou = "iou_threshold";
    public const string Attributes = "attribute_comparison";

    public const string Requirements = "requirements";
    public const string Labels = "labels";
    public const string Results = "results";

    /// <summary>What CVAT writes and does not read, and what says nothing about a comparison of files.</summary>
    public static string[] PassedOver { get; } =
    ["settings_id", "task_id", "project_id", "is_default", "is_base", "effective", "created_date", "updated_date"];

    /// <summary>The same of the settings around requirements.</summary>
    public static string[] PassedOverOfSettings { get; } =
    [
        Id,
        "task_id",
        "project_id",
        "settings_id",
        "job_filter",
        "inherit",
        "max_validations_per_job",
        "created_date",
        "updated_date",
        "count",
        "next",
        "previous",
    ];
}
