namespace LabelSpec.Quality.Matching;

/// <summary>
/// Pairs rows with columns so that the sum of costs is smallest (the assignment problem), by shortest augmenting paths
/// with dual variables (R. Jonker, A. Volgenant, 1987; for rectangles D. Crouse, 2016). O(rows² · columns) with the
/// smaller side as rows. Among equal sums the outcome is the one of SciPy's <c>linear_sum_assignment</c>, which visits
/// columns in the same order.
/// </summary>
public static class OptimalAssignment
{
    /// <summary>
    /// For each row its column, -1 for none. As many pairs as possible are made; a cost of NaN or infinity marks a pair
    /// that must not be made.
    /// </summary>
    /// <param name="costs">Row by row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <exception cref="ArgumentException">The number of costs is not rows times columns.</exception>
    public static int[] Minimise(ReadOnlySpan<double> costs, int rows, int columns)
    {
        if (rows < 0 || columns < 0 || costs.Length != (long)rows * columns)
            throw new ArgumentException("There must be rows times columns costs.", nameof(costs));
        var columnOfRow = new int[rows];
        Array.Fill(columnOfRow, -1);
        if (rows == 0 || columns == 0)
            return columnOfRow;

        var isTall = rows > columns;
        var finite = WithPricesForForbidden(costs, rows, columns, isTall);
        var solved = new ShortestPaths(finite, Math.Min(rows, columns), Math.Max(rows, columns)).Solve();
        for (var i = 0; i < solved.Length; i++)
        {
            var (row, column) = isTall ? (solved[i], i) : (i, solved[i]);
            if (double.IsFinite(costs[row * columns + column]))
                columnOfRow[row] = column;
        }

        return columnOfRow;
    }

    /// <summary>As <see cref="Minimise"/>, for the largest sum of values.</summary>
    /// <param name="values">Row by row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <exception cref="ArgumentException">The number of values is not rows times columns.</exception>
    public static int[] Maximise(ReadOnlySpan<double> values, int rows, int columns)
    {
        var costs = new double[values.Length];
        for (var i = 0; i < costs.Length; i++)
            costs[i] = -values[i];
        return Minimise(costs, rows, columns);
    }

    // A forbidden pair costs more than all allowed ones together, so that it is made only where nothing else is left.
    static double[] WithPricesForForbidden(ReadOnlySpan<double> costs, int rows, int columns, bool isTall)
    {
        double lowest = 0,
            highest = 0;
        foreach (var cost in costs)
            if (double.IsFinite(cost))
                (lowest, highest) = (Math.Min(lowest, cost), Math.Max(highest, cost));
        var price = (highest - lowest + 1) * (Math.Min(rows, columns) + 1);
        var finite = new double[costs.Length];
        for (var row = 0; row < rows; row++)
        for (var column = 0; column < columns; column++)
        {
            var cost = costs[row * columns + column];
            finite[isTall ? column * rows + row : row * columns + column] = double.IsFinite(cost) ? cost : price;
        }

        return finite;
    }

    // Rows are not more than columns: each row gets a column.
    sealed class ShortestPaths(double[] costs, int rows, int columns)
    {
        readonly double[] rowPrice = new double[rows];
        readonly double[] columnPrice = new double[columns];
        readonly double[] distance = new double[columns];
        readonly int[] cameFrom = new int[columns];
        readonly int[] columnOfRow = Filled(rows);
        readonly int[] rowOfColumn = Filled(columns);
        readonly bool[] seenRow = new bool[rows];
        readonly bool[] seenColumn = new bool[columns];
        readonly int[] remaining = new int[columns];

        public int[] Solve()
        {
            for (var row = 0; row < rows; row++)
            {
                var free = FindFreeColumn(row, out var length);
                UpdatePrices(row, length);
                Augment(row, free);
            }

            return columnOfRow;
        }

        int FindFreeColumn(int start, out double length)
        {
            Array.Fill(distance, double.PositiveInfinity);
            Array.Clear(seenRow);
            Array.Clear(seenColumn);
            for (var i = 0; i < columns; i++)
                remaining[i] = columns - 1 - i;
            length = 0;
            var row = start;
            for (var left = columns; ; )
            {
                seenRow[row] = true;
                var nearest = Nearest(row, length, left);
                var column = remaining[nearest];
                length = distance[column];
                if (rowOfColumn[column] < 0)
                {
                    seenColumn[column] = true;
                    return column;
                }

                seenColumn[column] = true;
                row = rowOfColumn[column];
                remaining[nearest] = remaining[--left];
            }
        }

        // Of equally near columns a free one is taken, which ends the path.
        int Nearest(int row, double length, int left)
        {
            var nearest = 0;
            var lowest = double.PositiveInfinity;
            for (var i = 0; i < left; i++)
            {
                var column = remaining[i];
                var reached = length + costs[row * columns + column] - rowPrice[row] - columnPrice[column];
                if (reached < distance[column])
                {
                    distance[column] = reached;
                    cameFrom[column] = row;
                }

                if (distance[column] < lowest || (distance[column] == lowest && rowOfColumn[column] < 0))
                {
                    lowest = distance[column];
                    nearest = i;
                }
            }

            return nearest;
        }

        void UpdatePrices(int start, double length)
        {
            rowPrice[start] += length;
            for (var row = 0; row < rows; row++)
                if (seenRow[row] && row != start)
                    rowPrice[row] += length - distance[columnOfRow[row]];
            for (var column = 0; column < columns; column++)
                if (seenColumn[column])
                    columnPrice[column] -= length - distance[column];
        }

        void Augment(int start, int free)
        {
            var column = free;
            int row;
            do
            {
                row = cameFrom[column];
                rowOfColumn[column] = row;
                (columnOfRow[row], column) = (column, columnOfRow[row]);
            } while (row != start);
        }

        static int[] Filled(int length)
        {
            var array = new int[length];
            Array.Fill(array, -1);
            return array;
        }
    }
}
