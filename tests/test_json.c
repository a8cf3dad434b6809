#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/json.h"

static struct json json_memory(char **bytes, size_t *size)
{
    return json_start(open_memstream(bytes, size));
}

static void json_expect(struct json *json, char **bytes, const char *expected)
{
    fclose(json->out);
    cr_expect(strcmp(*bytes, expected) == 0, "found:\n%s\nexpected:\n%s", *bytes, expected);
    free(*bytes);
}

/* Expected texts by hand, from RFC 8259. */
Test(json, shapes)
{
    char *bytes;
    size_t size;
    struct json json = json_memory(&bytes, &size);
    json_array(&json, NULL);
    json_object(&json, NULL);
    json_text(&json, "name", "pie");
    json_row(&json, "row");
    json_number(&json, "p", 0.25);
    json_pair(&json, "ci95", 0, NAN);
    json_row(&json, "inner");
    json_end(&json);
    json_end(&json);
    json_object(&json, "none");
    json_end(&json);
    json_flag(&json, "complete", true);
    json_end(&json);
    json_count(&json, NULL, UINT64_MAX);
    json_end(&json);
    json_expect(&json, &bytes,
                "[\n  {\n    \"name\": \"pie\",\n"
                "    \"row\": { \"p\": 0.25, \"ci95\": [0, null], \"inner\": {} },\n"
                "    \"none\": {},\n    \"complete\": true\n  },\n  18446744073709551615\n]\n");
}

Test(json, escapes)
{
    char *bytes;
    size_t size;
    struct json json = json_memory(&bytes, &size);
    json_object(&json, NULL);
    json_text(&json, "a\"b", "\"\\\n\r\t\x01\x1b\x7f/");
    json_text(&json, "utf8", "\xc3\xa9 \xe2\x82\xac \xf0\x9f\x95\x8a");
    json_text(&json, "broken",
              "a\xff"
              "b\xc3");
    json_text(&json, "none", NULL);
    json_end(&json);
    json_expect(&json, &bytes,
                "{\n  \"a\\\"b\": \"\\\"\\\\\\n\\r\\t\\u0001\\u001b\\u007f/\",\n"
                "  \"utf8\": \"\xc3\xa9 \xe2\x82\xac \xf0\x9f\x95\x8a\",\n"
                "  \"broken\": \"a\\ufffdb\\ufffd\",\n  \"none\": null\n}\n");
}

Test(json, numbers)
{
    static const double numbers[] = { 0.1, 1.0 / 3, -2, 1e300, 5e-324, 123456789.123 };
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++) {
        char *bytes;
        size_t size;
        struct json json = json_memory(&bytes, &size);
        json_number(&json, NULL, numbers[k]);
        fclose(json.out);
        cr_expect(strtod(bytes, NULL) == numbers[k], "%s", bytes);
        free(bytes);
    }
}

Test(json, what_is_not_finite_is_null)
{
    char *bytes;
    size_t size;
    struct json json = json_memory(&bytes, &size);
    json_array(&json, NULL);
    json_number(&json, NULL, NAN);
    json_number(&json, NULL, INFINITY);
    json_end(&json);
    json_expect(&json, &bytes, "[\n  null,\n  null\n]\n");
}

Test(json, whole_numbers_are_exact)
{
    char *bytes;
    size_t size;
    struct json json = json_memory(&bytes, &size);
    json_array(&json, NULL);
    json_integer(&json, NULL, INT64_MIN);
    json_integer(&json, NULL, INT64_MAX);
    json_end(&json);
    json_expect(&json, &bytes, "[\n  -9223372036854775808,\n  9223372036854775807\n]\n");
}
