package org.sealpost.bench;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.sealpost.protocol.EnrolmentReply;

/**
 * Drives a running server with the sample organisation: enables and enrols people by the interface for programs, as fast as
 * it goes, at one, two and four times that, and then, on a server that has come to its speed, one after the other; then
 * searches and pages.
 */
public final class ServerLoad {
    private static final int WARM_UP = 1500;
    private static final int SINGLE = 200;
    private static final double SECONDS = 12;
    private static final int CALLERS = 2 * Runtime.getRuntime().availableProcessors();
    private static final double MILLI = 1e6;
    private static final int SEARCHES = 100;

    private final ServerCalls server;
    private final Newcomers newcomers;
    private final EnrolmentLoad load;

    private ServerLoad(ServerCalls server, String directory, ServerCpu cpu) {
        this.server = server;
        this.newcomers = new Newcomers(server, directory);
        this.load = new EnrolmentLoad(server, cpu, newcomers);
    }

    /** Arguments: the server's address, its certificate, the sample's directory, the server's process. */
    public static void main(String[] arguments) throws Exception {
        ServerCalls server = new ServerCalls(arguments[0], Path.of(arguments[1]));
        RawRates raw = RawRates.measure();
        raw.print();
        ServerLoad load = new ServerLoad(server, arguments[2], new ServerCpu(Long.parseLong(arguments[3])));
        load.warmUp();
        load.saturated(raw);
        load.single(raw);
        load.searches();
        RawRates.measure().print();
    }

    private void warmUp() throws Exception {
        long begun = System.nanoTime();
        newcomers.prepare(WARM_UP);
        System.out.printf(
                "enabled, with a token each, by %d callers: %.0f a second%n",
                3, WARM_UP / ((System.nanoTime() - begun) / 1e9));
        load.saturate(CALLERS, 4 * SECONDS);
        newcomers.prepare(1);
        Newcomers.Newcomer one = newcomers.next();
        String sealed = ServerCalls.text(one.enrol(server).body(), "sealed");
        one.enrolment()
                .complete(new EnrolmentReply(Base64.getDecoder().decode(sealed)))
                .close();
    }

    /** One caller: from the request to the whole answer, TLS and this side's part included. */
    private void single(RawRates raw) throws Exception {
        newcomers.prepare(SINGLE);
        double[] millis = new double[SINGLE];
        for (int i = 0; i < SINGLE; i++) {
            Newcomers.Newcomer next = newcomers.next();
            long begun = System.nanoTime();
            HttpResponse<String> answer = next.enrol(server);
            millis[i] = (System.nanoTime() - begun) / MILLI;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "one enrolment, one caller: median %.1f ms, 95th percentile %.1f ms (aim: median 20 ms); as many raw"
                        + " signatures: %.0f%n",
                millis[SINGLE / 2], millis[SINGLE * 95 / 100], millis[SINGLE / 2] * raw.signatures() / 1000);
    }

    private void saturated(RawRates raw) throws Exception {
        newcomers.prepare(1500);
        EnrolmentLoad.Outcome peak = load.saturate(CALLERS, SECONDS);
        print("as fast as it goes, " + CALLERS + " callers", peak, peak);
        System.out.printf(
                "of one core: %.0f enrolments a second of the server's CPU time (aim: 40), one in %.0f raw"
                        + " signatures%n",
                peak.perCpuSecond(), raw.signatures() / peak.perCpuSecond());
        for (int times : new int[] {1, 2, 4}) {
            newcomers.prepare(Math.max(0, (int) (peak.perSecond() * SECONDS * 1.3) + 400 - newcomers.waiting()));
            print(times + "x offered", load.offer(times * peak.perSecond(), SECONDS), peak);
        }
    }

    private static void print(String what, EnrolmentLoad.Outcome outcome, EnrolmentLoad.Outcome peak) {
        System.out.printf(
                "%-32s %6.1f a second (%3.0f %% of the peak), %.1f for a CPU second, errors other than 429/503: %d"
                        + " %s%n",
                what,
                outcome.perSecond(),
                100 * outcome.perSecond() / peak.perSecond(),
                outcome.perCpuSecond(),
                outcome.errors(),
                outcome.answers());
    }

    private void searches() throws Exception {
        for (String path : List.of(
                "certificates",
                "certificates?address=bench77",
                "certificates?state=ISSUED&profile=SIGNING",
                "audit",
                "audit?act=ENROL",
                "audit?actor=bench77",
                "audit?outcome=FAILURE")) {
            double[] millis = new double[SEARCHES];
            for (int i = 0; i < SEARCHES; i++) {
                long begun = System.nanoTime();
                HttpResponse<String> answer = server.get("admin", "/api/v1/" + path);
                millis[i] = (System.nanoTime() - begun) / MILLI;
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
                }
            }
            Arrays.sort(millis);
            System.out.printf(
                    "%-44s median %5.1f ms, 95th percentile %5.1f ms%n",
                    path, millis[SEARCHES / 2], millis[SEARCHES * 95 / 100]);
        }
    }
}
