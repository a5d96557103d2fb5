namespace ExecReports.Aws.Inventory;

/// <summary>A metric that CloudWatch is asked for, day by day.</summary>
/// <param name="Resource">Name of the resource that it is of, for gaps.</param>
/// <param name="Namespace">Its namespace, <c>AWS/Lambda</c> for example.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stat"><c>Sum</c> or <c>Average</c>.</param>
/// <param name="Dimensions">What it is measured of.</param>
sealed record MetricQuestion(string Resource, string Namespace, string Name, string Stat, params (string Name, string Value)[] Dimensions);

/// <summary>The days' values of a metric; a day without one had nothing to count.</summary>
sealed record MetricDays(IReadOnlyList<(DateTime Day, double Value)> Days)
{
    /// <summary>Their sum. Lambda, DynamoDB and CloudFront report what happened and stay silent where nothing did: no value at all is zero.</summary>
    public double Sum => Days.Sum(day => day.Value);

    /// <summary>Their sum, rounded to a whole number.</summary>
    public long Whole => (long)Math.Round(Sum);

    /// <summary>The newest value since a moment; null: there is none.</summary>
    public double? Newest(DateTimeOffset since) => Days.Where(day => day.Day >= since.UtcDateTime).OrderBy(day => day.Day).Select(day => (double?)day.Value).LastOrDefault();
}
