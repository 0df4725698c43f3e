package dev.payweek.statements.camt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.payweek.statements.Collected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve kinds of XML that make careless readers open files, ask servers or fill the memory. */
class HostileXmlTest {

    private static final String SECRET = "payweek-secret-4711";

    @TempDir
    private Path folder = Path.of("");

    private static String statement(String text) {
        return "<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE1</IBAN></Id></Acct><Ntry><Amt Ccy=\"EUR\">1.00</Amt>"
                + "<CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-05-14</Dt></BookgDt><AddtlNtryInf>" + text
                + "</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>";
    }

    private List<String> hostile(int port) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        String file = secret.toUri().toString();
        String server = "http://127.0.0.1:" + port + "/x";
        String bomb = "<!ENTITY a0 \"aaaaaaaaaa\">";
        for (int i = 1; i < 12; i++) {
            bomb += "<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">";
        }
        return List.of(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + file + "\">]>" + statement("&x;"),
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + server + "\">]>" + statement("&x;"),
                "<!DOCTYPE d [<!ENTITY x PUBLIC \"p\" \"" + server + "\">]>" + statement("&x;"),
                "<!DOCTYPE d SYSTEM \"" + server + "\">" + statement("x"),
                "<!DOCTYPE d PUBLIC \"p\" \"" + file + "\">" + statement("x"),
                "<!DOCTYPE d [<!ENTITY % p SYSTEM \"" + server + "\"> %p;]>" + statement("x"),
                "<!DOCTYPE d [<!ENTITY % p SYSTEM \"" + file + "\"> %p;]>" + statement("x"),
                "<!DOCTYPE d [" + bomb + "]>" + statement("&a11;"),
                "<!DOCTYPE d [<!ENTITY x \"" + "a".repeat(50_000) + "\">]>" + statement("&x;".repeat(5_000)),
                "<!DOCTYPE d [<!ATTLIST Ntry y CDATA \"z\">]>" + statement("x"),
                statement("&x;"),
                "<a>".repeat(200_000));
    }

    @Test
    void is_refused_without_opening_a_file_or_asking_a_server() throws IOException {
        List<Integer> asked = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            List<String> files = hostile(server.getLocalPort());
            assertEquals(12, files.size());
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
                for (String file : files) {
                    Collected read = Collected.read(new CamtFormat(), file.getBytes(StandardCharsets.UTF_8));
                    assertTrue(read.refusal.isPresent(), () -> file.substring(0, Math.min(file.length(), 80)));
                    assertFalse(read.rows.toString().contains(SECRET));
                    assertFalse(read.refusal.get().getMessage().contains(SECRET));
                }
            });
            try {
                asked.add(server.accept().getPort());
            } catch (java.net.SocketTimeoutException e) {
                // Nobody has asked, as it should be.
            }
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void an_inclusion_is_text_like_any_other() {
        String include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>";
        Collected read = Collected.read(new CamtFormat(), statement(include).getBytes(StandardCharsets.UTF_8));
        assertEquals(1, read.rows.size());
        assertEquals("", read.rows.get(0).text());
    }
}
