using System.Text;
using ExecReports.Portfolio;
using ExecReports.Portfolio.Sections;

namespace ExecReports.Tests.Portfolio;

public class HandoffReaderTests
{
    private static Bounds B(decimal low, decimal high) => new(low, high);

    [Fact]
    public void An_ordinary_handoff_is_read_into_typed_rows_with_their_lines()
    {
        var handoff = Sample.Read("""
            ---
            id: acme
            name: Acme Charters
            kind: charter
            status: live
            domains: [acme.example.com, book.example.com]
            repositories:
              - acme-site
            aws:
              names: ["acme-*"]
              tags:
                project: acme
            ---
            # Acme Charters

            ## Mission
            Sail people.

            ## Costs
            | Item | Vendor | Category | Expected | Actual | Per |
            |---|---|---|---:|---:|---|
            | Slip | Marina | Berth | $1,200–1,400 | $1,350 | month |
            | Insurance | Lloyd | Insurance | $3,600 | ? | year |
            | **Total** | | | $1,500–1,700 | | |

            ## Tech stack
            - Frontend: React 18
            - Hosting — CloudFront

            ## KPIs
            | KPI | Target | Actual |
            |---|---|---|
            | Occupancy | 80% | 3 of 6 |
            | Reviews | 50 | TBD |
            """);

        Assert.Equal("acme", handoff.Id);
        Assert.Equal("Acme Charters", handoff.Name);
        Assert.Equal(EntityKind.Charter, handoff.Kind);
        Assert.Equal(["acme.example.com", "book.example.com"], handoff.Domains);
        Assert.Equal("acme-site", Assert.Single(handoff.Repositories).Location);
        Assert.Equal(8, handoff.Repositories[0].At.Line);
        Assert.Equal(["acme-*"], handoff.Aws.Names);
        Assert.Equal(["project=acme"], handoff.Aws.Tags);
        Assert.Equal("Sail people.", handoff.Mission);
        Assert.Collection(handoff.Costs,
            slip =>
            {
                Assert.Equal(("Slip", "Marina", "Berth", 22), (slip.Item, slip.Vendor, slip.Category, slip.At.Line));
                Assert.Equal(B(1200, 1400), slip.Expected!.Bounds);
                Assert.Equal(B(1350, 1350), slip.Actual!.Bounds);
            },
            insurance =>
            {
                Assert.Equal(B(300, 300), insurance.Expected!.Bounds);
                Assert.Null(insurance.Actual);
                Assert.Equal(23, insurance.At.Line);
            });
        Assert.Collection(handoff.TechStack,
            item => Assert.Equal(("Frontend", "React 18"), (item.Layer, item.Technology)),
            item => Assert.Equal(("Hosting", "CloudFront"), (item.Layer, item.Technology)));
        Assert.Equal(6, handoff.Kpis[0].Actual!.Whole);
        Assert.Null(handoff.Kpis[1].Actual);
        Assert.Empty(handoff.Diagnostics);
    }
}
