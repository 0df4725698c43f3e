package dev.payweek.lambda;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One line of JSON for each request, which CloudWatch can filter by member.
 *
 * <p>Built by hand: a logging library costs more at start than everything else the function logs for. It holds neither
 * path nor query, which may name payees, categories and amounts.
 */
final class RequestLog {

    private final PrintStream out;
    private final String stage;

    RequestLog(PrintStream out, String stage) {
        this.out = out;
        this.stage = plain(stage);
    }

    /**
     * Writes a line.
     *
     * @param method of the request; empty when the event was none
     * @param status of the answer; 0 when the event was no request
     * @param cold whether it was the first of this instance
     */
    void write(String requestId, String method, int status, long micros, boolean cold) {
        String level = status >= 500 ? "ERROR" : "INFO";
        String message = status == 0 ? "no request" : "request";
        String line = "{\"level\":\"" + level + "\",\"message\":\"" + message + "\",\"requestId\":\"" + plain(requestId)
                + "\",\"method\":\"" + plain(method) + "\",\"status\":" + status + ",\"micros\":" + micros
                + ",\"coldStart\":" + cold + (stage.isEmpty() || status == 0 ? "" : metrics(status, cold)) + "}\n";
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        // One write for the whole line, so that those of several threads do not mix.
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /**
     * CloudWatch makes metrics of these members, in its embedded format: how many requests, how long, how many failed,
     * how many were the first of an instance. The stage is the only dimension; each more would be a metric of its own.
     */
    private String metrics(int status, boolean cold) {
        return ",\"Stage\":\"" + stage + "\",\"Requests\":1,\"Faults\":" + (status >= 500 ? 1 : 0) + ",\"ColdStarts\":"
                + (cold ? 1 : 0) + ",\"_aws\":{\"Timestamp\":" + System.currentTimeMillis()
                + ",\"CloudWatchMetrics\":[{\"Namespace\":\"Payweek\",\"Dimensions\":[[\"Stage\"]],\"Metrics\":["
                + "{\"Name\":\"Requests\",\"Unit\":\"Count\"},{\"Name\":\"Faults\",\"Unit\":\"Count\"},"
                + "{\"Name\":\"ColdStarts\",\"Unit\":\"Count\"},{\"Name\":\"micros\",\"Unit\":\"Microseconds\"}]}]}";
    }

    /** What a caller can choose must not end the line or the text it stands in. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c <= ' ' || c > '~' || c == '"' || c == '\\' ? '?' : c);
        }
        return plain.toString();
    }
}
