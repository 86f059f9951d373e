package org.sealpost.client.admin;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** An answer of the Key Manager as lines: a name and its value, and each row of a list in a line of its own. */
final class AnswerTable {
    private final PrintWriter out;

    AnswerTable(PrintWriter out) {
        this.out = out;
    }

    void print(JsonStructure answer) {
        if (answer instanceof JsonObject object) {
            print(object);
        } else {
            rows((JsonArray) answer);
        }
    }

    private void print(JsonObject object) {
        print("", object);
    }

    private void print(String before, JsonObject object) {
        object.forEach((name, value) -> {
            if (value instanceof JsonArray array) {
                rows(array);
            } else if (value instanceof JsonObject part) {
                print(before + name + ".", part);
            } else {
                out.println(before + name + ": " + text(value));
            }
        });
    }

    private void rows(JsonArray array) {
        for (JsonValue row : array) {
            out.println(
                    row instanceof JsonObject object
                            ? object.values().stream().map(AnswerTable::text).collect(Collectors.joining("  "))
                            : text(row));
        }
    }

    private static String text(JsonValue value) {
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
