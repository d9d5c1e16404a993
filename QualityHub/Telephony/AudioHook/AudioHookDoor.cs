using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using QualityHub.Agents;
using QualityHub.Calls;

namespace QualityHub.Telephony.AudioHook;

/// <summary>The WebSocket of the AudioHook door: authenticates the upgrade, then moves messages between socket and session.</summary>
public sealed partial class AudioHookDoor(
    RequestSignature signature, LiveCalls calls, AgentDirectory agents, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<AudioHookDoor> log)
{
    private static readonly TimeSpan Refusing = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WithoutSource = TimeSpan.FromSeconds(20);

    public async Task HandleAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        var headers = context.Request.Headers;
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var connector = signature.Verify(headers, target, Authority(context.Request));
        var session = headers["audiohook-session-id"].ToString();
        if (connector is null || !context.WebSockets.IsWebSocketRequest || !Guid.TryParse(session, out _))
        {
            Refused(log);
            var left = Refusing - clock.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, clock, context.RequestAborted);
            }

            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var outgoing = Channel.CreateBounded<object>(new BoundedChannelOptions(256) { SingleReader = true });
        var joined = new AudioHookCall(connector, calls, agents, clock, outgoing.Writer);
        var hook = joined.Session = new AudioHookSession(session, headers["audiohook-organization-id"].ToString(), joined, clock);
        using var stopping = lifetime.ApplicationStopping.Register(() => hook.Disconnect("completed", "Restarting"));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var sending = SendAsync(socket, outgoing.Reader, ended.Token);
        try
        {
            await ReceiveAsync(socket, hook, ended);
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or IOException)
        {
            Lost(log);
        }
        finally
        {
            outgoing.Writer.TryComplete();
            ended.CancelAfter(TimeSpan.FromSeconds(2));
            await sending;
            if (joined.Call is { } call && call.Disconnect(joined))
            {
                _ = EndLaterAsync(call);
            }
        }
    }

    private async Task ReceiveAsync(WebSocket socket, AudioHookSession hook, CancellationTokenSource ended)
    {
        var buffer = new byte[65536];
        var length = 0;
        var leaving = false;
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(length), ended.Token);
            length += got.Count;
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (length == buffer.Length)
            {
                hook.Disconnect("error", "Message too long");
                return;
            }

            if (!got.EndOfMessage)
            {
                continue;
            }

            var message = buffer.AsSpan(0, length);
            length = 0;

            if (got.MessageType == WebSocketMessageType.Text)
            {
                hook.ReceiveText(Encoding.UTF8.GetString(message));
            }
            else
            {
                hook.ReceiveBinary(message);
            }

            if (hook.State == AudioHookState.Closing && !leaving)
            {
                // Told to go, the telephone system has ten seconds to say goodbye.
                leaving = true;
                ended.CancelAfter(TimeSpan.FromSeconds(10));
            }
        }
    }

    private static async Task SendAsync(WebSocket socket, ChannelReader<object> outgoing, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in outgoing.ReadAllAsync(cancellationToken))
            {
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellationToken);
        }
        catch (Exception lost) when (lost is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The receive loop sees the same loss and says so.
        }
    }

    private async Task EndLaterAsync(LiveCall call)
    {
        await Task.Delay(WithoutSource, clock);
        if (!call.HasSource)
        {
            calls.End(call);
        }
    }

    private static string Authority(HttpRequest request)
    {
        var host = request.Host;
        var isDefault = host.Port is null || host.Port == (request.IsHttps ? 443 : 80);
        return (isDefault ? host.Host : host.Value ?? "").ToLowerInvariant();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An AudioHook session was refused at the door")]
    private static partial void Refused(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "An AudioHook session lost its socket")]
    private static partial void Lost(ILogger logger);
}
