using System.Runtime.InteropServices;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// The codes of one attribute while rows are added: one for each row, or, of an attribute that few rows have, of those rows alone.
/// What it takes grows with the values that were set, however many rows lie between them.
/// </summary>
sealed class AttributeCodes
{
    /// <summary>From one value in so many rows on there is a code for each row.</summary>
    const int DenseFrom = 4;

    /// <summary>With fewer than one value in so many rows there is none.</summary>
    const int SparseFrom = 16;

    /// <summary>Rows that cost less than thinking about them.</summary>
    const int Few = 64;

    // The rows that have a code, in order; null where there is a code for each row.
    List<int>? rows;
    List<int> codes = [];
    int count;

    public void Set(int row, int code)
    {
        if (rows is null && row >= codes.Count && row > Few + SparseFrom * (long)count)
            MakeSparse();
        if (rows is null)
            SetDense(row, code);
        else
            SetSparse(row, code);
    }

    /// <summary>Takes over the codes of rows behind all that are there, with their numbers here.</summary>
    public void Append(AttributeCodes other, int firstRow, int[] mapped)
    {
        if (rows is null && other.rows is null && firstRow <= Few + SparseFrom * (long)(count + other.count))
        {
            FillTo(firstRow + other.codes.Count);
            var added = CollectionsMarshal.AsSpan(codes)[firstRow..];
            var from = CollectionsMarshal.AsSpan(other.codes);
            for (var row = 0; row < from.Length; row++)
                if (from[row] >= 0)
                    added[row] = mapped[from[row]];
            count += other.count;
            return;
        }

        for (var i = 0; i < other.codes.Count; i++)
            if (other.codes[i] >= 0)
                Set(firstRow + (other.rows is null ? i : other.rows[i]), mapped[other.codes[i]]);
    }

    /// <summary>Forgets all, and keeps the memory.</summary>
    public void Clear()
    {
        rows = null;
        codes.Clear();
        count = 0;
    }

    /// <param name="total">The number of rows that there are.</param>
    /// <returns>The rows that have a code, or null and a code for each row.</returns>
    public (int[]? Rows, int[] Codes) Build(int total)
    {
        if (rows is null && total > Few + SparseFrom * (long)count)
            MakeSparse();
        if (rows is not null)
            return ([.. rows], [.. codes]);
        var all = new int[total];
        codes.CopyTo(all);
        all.AsSpan(codes.Count).Fill(AttributeColumn.Missing);
        return (null, all);
    }

    void SetDense(int row, int code)
    {
        FillTo(row + 1);
        count += codes[row] < 0 ? 1 : 0;
        codes[row] = code;
    }

    void SetSparse(int row, int code)
    {
        // Rows come in order, but for attributes of images that are read in pieces.
        var at = rows!.Count == 0 || rows[^1] < row ? ~rows.Count : rows.BinarySearch(row);
        if (at >= 0)
        {
            codes[at] = code;
            return;
        }

        rows.Insert(~at, row);
        codes.Insert(~at, code);
        count++;
        if (rows[^1] <= DenseFrom * (long)count)
            MakeDense();
    }

    void MakeSparse()
    {
        rows = [];
        var some = new List<int>();
        for (var row = 0; row < codes.Count; row++)
            if (codes[row] >= 0)
            {
                rows.Add(row);
                some.Add(codes[row]);
            }

        codes = some;
    }

    void MakeDense()
    {
        var (places, some) = (rows!, codes);
        (rows, codes) = (null, []);
        FillTo(places[^1] + 1);
        for (var i = 0; i < some.Count; i++)
            codes[places[i]] = some[i];
    }

    void FillTo(int length)
    {
        var filled = codes.Count;
        if (length <= filled)
            return;
        // A quarter more, not twice: of a big file this is memory that counts.
        if (length > codes.Capacity)
            codes.Capacity = Math.Max(length, filled + filled / 4 + 16);
        CollectionsMarshal.SetCount(codes, length);
        CollectionsMarshal.AsSpan(codes)[filled..].Fill(AttributeColumn.Missing);
    }
}
