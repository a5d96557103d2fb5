using ExecReports.Portfolio.Sections;

namespace ExecReports.Portfolio.Reading.Rows;

/// <summary>Section Deployment.</summary>
internal static class DeploymentRows
{
    private static readonly Column Target = new("Target", CellType.Text, "Environment, Env, Service, App, Application, Site, What, Component, System, Resource, Name, Item, Stage, Product, Thing, Stack");
    private static readonly Column Where = new("Where", CellType.Text, "Host, Hosting, Url, Address, Location, Hosted on, Hosted at, Endpoint, Runs on, Domain, Link, Region, AWS resource, Server, Platform, Lives at, Deployed to");
    private static readonly Column Status = new("Status", CellType.Text, "State, Health, Live, Up?, Up");
    private static readonly Column Cadence = new("Cadence", CellType.Text, "Frequency, Release cadence, How often, Deploys, Releases, Deploy cadence, Release frequency, Deploy frequency, Schedule, Released");
    private static readonly Column LastDeployed = new("Last deployed", CellType.Date, "Last deploy, Last release, Deployed, Last deployment, Last shipped, Last update, Updated, Last updated, Date, Deployed on, Last push, Latest deploy, Last touched, Last changed");

    public static readonly SectionSchema Schema = new(SectionKind.Deployment, "Deployment",
        "Deployments, Deploy, Hosting, Environments, Infrastructure, Infra, Where it runs, Release, Releases, Production, AWS, AWS resources, Cloud, Live systems, Deployment status, Sites, Websites, Servers, What is live, Where it lives, CI/CD, Release process, Current deployment, Where things run, Where our sites run",
        Target, Where, Status, Cadence, LastDeployed) { ListColumns = [LastDeployed, Where, Status] };

    public static DeploymentItem Read(RowCells row) => new()
    {
        At = row.At,
        Target = row.Primary,
        Where = row.Known(Where),
        Status = row.Known(Status),
        Cadence = row.Known(Cadence),
        LastDeployed = row.Date(LastDeployed),
        Extra = row.Extra,
        Note = row.Note,
    };
}
