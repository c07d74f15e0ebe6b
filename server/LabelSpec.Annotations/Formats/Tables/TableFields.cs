using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats.Tables;

/// <summary>The column of each field of a table: the declared one, else one with a usual name.</summary>
sealed class TableFields
{
    /// <summary>The order of <see cref="TableField"/>: what a box is made of comes first.</summary>
    static readonly string[][] UsualNames =
    [
        ["xmin", "x_min", "x1", "left"],
        ["ymin", "y_min", "y1", "top"],
        ["xmax", "x_max", "x2", "right"],
        ["ymax", "y_max", "y2", "bottom"],
        ["w", "bbox_width", "bbox_w", "box_width"],
        ["h", "bbox_height", "bbox_h", "box_height"],
        ["cx", "center_x", "x_center"],
        ["cy", "center_y", "y_center"],
        ["filename", "file_name", "image", "image_path", "path", "img", "image_id", "frame"],
        ["class", "label", "class_name", "category", "name"],
        ["id", "annotation_id"],
        ["score", "confidence"],
        ["track_id", "track"],
        ["frame_index", "frame_number"],
        ["image_width", "img_width", "width"],
        ["image_height", "img_height", "height"],
    ];

    readonly string?[] columns = new string?[UsualNames.Length];

    /// <param name="declared">By the user; columns that are declared need no usual name.</param>
    /// <param name="names">Of the table.</param>
    public TableFields(TableColumns? declared, IEnumerable<string> names)
    {
        string?[] named =
        [
            declared?.Left,
            declared?.Top,
            declared?.Right,
            declared?.Bottom,
            declared?.Width,
            declared?.Height,
            declared?.CenterX,
            declared?.CenterY,
            declared?.Image,
            declared?.Class,
            declared?.Id,
            declared?.Score,
            declared?.Track,
            declared?.Frame,
            declared?.ImageWidth,
            declared?.ImageHeight,
        ];
        var known = names.ToDictionary(name => name, name => name, StringComparer.OrdinalIgnoreCase);
        // Who declares a box declares all of it: usual names would mix two boxes.
        var isBoxDeclared = named[..8].Any(name => name is not null);
        for (var i = 0; i < columns.Length; i++)
            columns[i] =
                named[i]
                ?? (
                    i < 8 && isBoxDeclared
                        ? null
                        : UsualNames[i].Select(known.GetValueOrDefault).FirstOrDefault(n => n is not null)
                );
    }

    public string? this[TableField field] => columns[(int)field];

    /// <summary>The four fields that make the box, in the order in which <see cref="BoxOf"/> takes them; none where some are missing.</summary>
    public TableField[] BoxFields =>
        Has(TableField.Left, TableField.Top, TableField.Right, TableField.Bottom)
            ? [TableField.Left, TableField.Top, TableField.Right, TableField.Bottom]
        : Has(TableField.Left, TableField.Top, TableField.Width, TableField.Height)
            ? [TableField.Left, TableField.Top, TableField.Width, TableField.Height]
        : Has(TableField.CenterX, TableField.CenterY, TableField.Width, TableField.Height)
            ? [TableField.CenterX, TableField.CenterY, TableField.Width, TableField.Height]
        : [];

    bool Has(params ReadOnlySpan<TableField> fields)
    {
        foreach (var field in fields)
            if (this[field] is null)
                return false;
        return true;
    }

    /// <summary>The box of four numbers as they are written; canonical but for the unit.</summary>
    public static Box BoxOf(TableField[] fields, ReadOnlySpan<double> n, int origin, double last) =>
        fields[2] == TableField.Right
            ? Box.FromEdges(n[0] - origin, n[1] - origin, n[2] - origin + last, n[3] - origin + last)
        : fields[0] == TableField.Left ? new Box(n[0] - origin, n[1] - origin, n[2], n[3])
        : Box.FromCenter(n[0] - origin, n[1] - origin, n[2], n[3]);

    /// <summary>The inverse of <see cref="BoxOf"/>.</summary>
    public static double[] NumbersOf(TableField[] fields, Box box, int origin, double last) =>
        fields[2] == TableField.Right
            ? [box.Left + origin, box.Top + origin, box.Right + origin - last, box.Bottom + origin - last]
        : fields[0] == TableField.Left ? [box.Left + origin, box.Top + origin, box.Width, box.Height]
        : [box.Center.X + origin, box.Center.Y + origin, box.Width, box.Height];
}
