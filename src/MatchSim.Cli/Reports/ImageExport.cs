using System.Text;
using System.Text.Json;

namespace MatchSim.Cli.Reports;

/// <summary>Writes figures as SVG and PNG files through an installed Chromium; one start for all of them.</summary>
internal static class ImageExport
{
    /// <summary>Pixels of a PNG per pixel of the layout.</summary>
    private const int PngScale = 2;

    private const int Width = 960;

    /// <summary>Titles stand inside an image, above the chart.</summary>
    private const int TitleHeight = 44;

    /// <summary>Plotly makes random ids; a fixed sequence gives the same bytes every time.</summary>
    private const string FixedRandom =
        "<script>let state = 1; Math.random = () => (state = state * 48271 % 2147483647) / 2147483647;</script>\n";

    /// <summary>Writes <c>id.svg</c> and <c>id.png</c> of every figure into <paramref name="folder"/>.</summary>
    /// <param name="chromium">From <see cref="Chromium.Find"/>.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="InvalidOperationException">Chromium failed, or drew fewer images than asked for.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        string chromium, IReadOnlyList<Figure> figures, string folder, CancellationToken cancellation)
    {
        string work = Directory.CreateTempSubdirectory("matchsim-images-").FullName;
        try
        {
            string page = Path.Combine(work, "images.html");
            await File.WriteAllTextAsync(page, Page(figures), cancellation);
            Dictionary<string, string> images = Parse(await Chromium.DumpAsync(chromium, page, cancellation));
            Directory.CreateDirectory(folder);
            var written = new List<string>();
            foreach (string name in Names(figures).Select(n => $"{n.Id}.{n.Format}"))
            {
                if (!images.TryGetValue(name, out string? dataUrl))
                    throw new InvalidOperationException($"Chromium did not draw {name}.");
                written.Add(Path.Combine(folder, name));
                await File.WriteAllBytesAsync(written[^1], Decode(dataUrl), cancellation);
            }

            return written;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static IEnumerable<(string Id, string Format, int Height)> Names(IEnumerable<Figure> figures) =>
        figures.SelectMany(f => new[] { (f.Id, "svg", f.Height), (f.Id, "png", f.Height) });

    /// <summary>The report's page of these charts, replaced at its end by the images as data URLs.</summary>
    private static string Page(IReadOnlyList<Figure> figures)
    {
        var page = new HtmlPage("Images")
        {
            Sections = [new Section("Images", [.. figures.Select(f => new Chart(f))])],
        };
        IEnumerable<string> calls = Names(figures).Select(n =>
            $"[\"{n.Id}.{n.Format}\", await chartImage(\"{n.Id}\", \"{n.Format}\", {Width}, {n.Height + TitleHeight}, "
            + $"{(string.Equals(n.Format, "png", StringComparison.Ordinal) ? PngScale : 1)})]");
        string script = $$"""
            <script>
            (async () => {
              const images = Object.fromEntries([{{string.Join(",\n", calls)}}]);
              document.documentElement.innerHTML = "<body></body>";
              document.body.textContent = btoa(JSON.stringify(images).replace(/[^\0-\x7f]/g,
                c => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0")));
            })();
            </script>
            """;
        return HtmlWriter.Write(page)
            .Replace("</head>", FixedRandom + "</head>", StringComparison.Ordinal)
            .Replace("</body>\n</html>", script + "</body>\n</html>", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Parse(string document)
    {
        int start = document.IndexOf("<body>", StringComparison.Ordinal) + "<body>".Length;
        int end = document.IndexOf("</body>", start, StringComparison.Ordinal);
        string json = Encoding.ASCII.GetString(Convert.FromBase64String(document[start..end].Trim()));
        return JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
    }

    /// <summary>Contents of a data URL, base 64 or percent-encoded.</summary>
    private static byte[] Decode(string dataUrl)
    {
        int comma = dataUrl.IndexOf(',', StringComparison.Ordinal);
        return dataUrl[..comma].EndsWith(";base64", StringComparison.Ordinal)
            ? Convert.FromBase64String(dataUrl[(comma + 1)..])
            : Encoding.UTF8.GetBytes(Uri.UnescapeDataString(dataUrl[(comma + 1)..]));
    }
}
