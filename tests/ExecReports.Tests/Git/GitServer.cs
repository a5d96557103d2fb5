using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace ExecReports.Tests.Git;

/// <summary>git's own smart HTTP (git http-backend) behind a small server on loopback, which asks for a password where one is set.</summary>
internal sealed class GitServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _root;
    private readonly string? _authorization;
    private readonly Task _serving;

    private GitServer(string root, string? userAndPassword)
    {
        _root = root;
        _authorization = userAndPassword is null ? null : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword));
        for (var attempt = 0; ; attempt++)
        {
            using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Port = ((IPEndPoint)probe.LocalEndpoint).Port;
            }

            _listener.Prefixes.Clear();
            _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                // Somebody took the port in between.
            }
        }

        _serving = Task.Run(ServeAsync);
    }

    public int Port { get; private set; }

    /// <summary>Bytes that went to clients.</summary>
    public long Sent { get; private set; }

    /// <summary>Answers every request with this status instead, where it is set.</summary>
    public int? Fails { get; set; }

    public static GitServer Start(string root, string? userAndPassword = null) => new(root, userAndPassword);

    public string Address(string repository) => $"http://127.0.0.1:{Port}/{repository}";

    public void Stop()
    {
        _listener.Close();
        _serving.Wait();
    }

    public void Dispose() => Stop();

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            try
            {
                await AnswerAsync(context);
            }
            catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
            {
                // The client left.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (Fails is { } status || (_authorization is not null && request.Headers["Authorization"] != _authorization))
        {
            response.StatusCode = Fails ?? 401;
            if (Fails is null)
            {
                response.Headers["WWW-Authenticate"] = "Basic realm=\"git\"";
            }

            response.Close();
            return;
        }

        var start = new ProcessStartInfo("git", ["http-backend"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in new Dictionary<string, string?>
        {
            ["GIT_PROJECT_ROOT"] = _root,
            ["GIT_HTTP_EXPORT_ALL"] = "1",
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_CONFIG_GLOBAL"] = "/dev/null",
            ["PATH_INFO"] = request.Url!.AbsolutePath,
            ["QUERY_STRING"] = request.Url.Query.TrimStart('?'),
            ["REQUEST_METHOD"] = request.HttpMethod,
            ["CONTENT_TYPE"] = request.ContentType,
            ["HTTP_CONTENT_ENCODING"] = request.Headers["Content-Encoding"],
            ["GIT_PROTOCOL"] = request.Headers["Git-Protocol"],
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var feeding = Task.Run(async () =>
        {
            await request.InputStream.CopyToAsync(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        });
        using var all = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(all);
        await feeding;
        await process.WaitForExitAsync();
        var bytes = all.ToArray();
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in Encoding.ASCII.GetString(bytes, 0, end).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            if (name == "Status")
            {
                response.StatusCode = int.Parse(value[..3], CultureInfo.InvariantCulture);
            }
            else if (name == "Content-Type")
            {
                response.ContentType = value;
            }
        }

        Sent += bytes.Length;
        await response.OutputStream.WriteAsync(bytes.AsMemory(end + 4));
        response.Close();
    }
}
