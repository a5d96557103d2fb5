using ExecReports.Orchestration.Planning;
using ExecReports.Portfolio;
using ExecReports.Reports;

namespace ExecReports.Orchestration.Tests;

public class ReportSelectionTests
{
    private static readonly ReportTemplate[] Templates =
    [
        Template("ceo", ReportGroup.Executive, null),
        Template("cfo", ReportGroup.Executive, null),
        Template("rental", ReportGroup.Domain, EntityKind.Rental),
        Template("clients", ReportGroup.Domain, EntityKind.Agency),
        Template("shops", ReportGroup.Domain, EntityKind.Shop),
    ];

    private static readonly EntityOutline[] Entities =
    [
        Entity("cabin", EntityKind.Rental),
        Entity("loft", EntityKind.Rental),
        Entity("studio", EntityKind.Agency),
    ];

    [Fact]
    public void Without_a_wish_every_officers_report_and_one_domain_report_per_entity_of_its_kind_is_made() =>
        Assert.Equal(["ceo", "cfo", "rental-cabin", "rental-loft", "clients-studio"], Types(new RunRequest()));

    [Fact]
    public void A_group_leaves_the_other_out() =>
        Assert.Equal(["ceo", "cfo"], Types(new RunRequest { Group = ReportGroup.Executive }));

    [Theory]
    [InlineData("rental", "rental-cabin,rental-loft")]
    [InlineData("rental-loft", "rental-loft")]
    [InlineData("CFO", "cfo")]
    public void A_report_is_named_by_its_template_or_its_type(string name, string expected) =>
        Assert.Equal(expected.Split(','), Types(new RunRequest { Reports = [name] }));

    [Fact]
    public void Entities_confine_the_domain_reports() =>
        Assert.Equal(["ceo", "cfo", "rental-loft"], Types(new RunRequest { Entities = ["loft"] }));

    [Theory]
    [InlineData("cof", "There is no report 'cof'. There are: ceo, cfo, rental-cabin, rental-loft, clients-studio.")]
    [InlineData("shops", "Report 'shops' is made for entities of kind shop, and the portfolio has none.")]
    public void An_unknown_report_is_refused_with_those_that_there_are(string name, string message) =>
        Assert.Equal([message], Faults(new RunRequest { Reports = [name] }));

    [Fact]
    public void An_unknown_entity_is_refused_with_those_that_there_are() =>
        Assert.Equal(["There is no entity 'cabn'. The portfolio has: cabin, loft, studio."], Faults(new RunRequest { Entities = ["cabn"] })[..1]);

    [Fact]
    public void A_report_that_speaks_about_none_of_the_entities_is_refused() =>
        Assert.Equal(["Report 'clients' speaks about none of the entities that were asked for."], Faults(new RunRequest { Reports = ["clients"], Entities = ["loft"] }));

    [Fact]
    public void Every_fault_of_a_request_is_named_at_once() =>
        Assert.Equal(2, Faults(new RunRequest { Reports = ["ceo", "nope"], Entities = ["nobody", "loft"] }).Count);

    [Fact]
    public void A_template_may_be_confined_to_named_entities()
    {
        var one = Template("stays", ReportGroup.Domain, EntityKind.Rental) with { Entities = ["loft"] };

        Assert.Equal(["stays-loft"], ReportSelection.Resolve(new RunRequest(), [one], Entities).Select(report => report.ReportType));
    }

    private static IEnumerable<string> Types(RunRequest request) => ReportSelection.Resolve(request, Templates, Entities).Select(report => report.ReportType);

    private static List<string> Faults(RunRequest request) =>
        [.. Assert.Throws<RunRequestException>(() => ReportSelection.Resolve(request, Templates, Entities)).Faults];

    private static ReportTemplate Template(string id, ReportGroup group, EntityKind? kind) => new()
    {
        Id = id,
        Title = id,
        Audience = "tests",
        Group = group,
        Kind = kind,
        Body = "",
        BodyOffset = 0,
        File = $"{id}.md",
        Version = "0",
        BuiltIn = true,
    };

    private static EntityOutline Entity(string id, EntityKind kind) => new($"{id}.md", id, id, kind, []);
}
