using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace MatchSim.Cli.Reports;

/// <summary>
/// The same figures as Plotly.NET charts, for code that already speaks it. Compiled only with
/// <c>-p:UsePlotlyNet=true</c>; the program itself does not need it.
/// </summary>
/// <remarks>Plotly.NET's objects are bags of plotly's own properties, so the plotly figure is carried over as it is and
/// both ways draw the same. To save a page that works offline:
/// <c>Chart.WithDisplayOptionsStyle(PlotlyJSReference: PlotlyJSReference.Full).Invoke(chart)</c>.</remarks>
internal static class PlotlyNetAdapter
{
    public static GenericChart ToChart(Figure figure)
    {
        JObject json = JObject.Parse(FigureJson.Write(figure));
        var traces = new List<Plotly.NET.Trace>();
        foreach (JObject source in json["data"]!.Children<JObject>())
        {
            var trace = new Plotly.NET.Trace((string)source["type"]!);
            foreach (JProperty property in source.Properties().Where(p => p.Name != "type"))
                trace.SetValue(property.Name, property.Value);
            traces.Add(trace);
        }

        var layout = new Layout();
        foreach (JProperty property in ((JObject)json["layout"]!).Properties())
            layout.SetValue(property.Name, property.Value);
        layout.SetValue("title", new JObject { ["text"] = JsonValues.Text(figure.Title) });
        return GenericChart.setLayout(layout, GenericChart.ofTraceObjects(false, traces));
    }
}
