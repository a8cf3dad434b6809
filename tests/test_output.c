#include "engine/output.h"

#include <criterion/criterion.h>
#include <criterion/redirect.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/zopa-output-XXXXXX";
static char path[64];

static void enter(void)
{
    cr_redirect_stderr();
    cr_assert_not_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/file", folder);
}

static int entries(void)
{
    int count = 0;
    DIR *open = opendir(folder);
    for (struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open))
        count += entry->d_name[0] != '.';
    closedir(open);
    return count;
}

static void leave(void)
{
    remove(path);
    rmdir(folder);
}

TestSuite(output, .init = enter, .fini = leave);

static void expect_text(const char *text)
{
    char found[64] = "";
    FILE *file = fopen(path, "r");
    cr_assert_not_null(file);
    cr_expect_eq(fread(found, 1, sizeof found - 1, file), strlen(text));
    cr_expect_str_eq(found, text);
    fclose(file);
}

static void write_file(const char *text)
{
    struct output output;
    cr_assert(output_open(&output, path, false));
    fputs(text, output.stream);
    cr_expect(output_close(&output));
}

Test(output, a_file_appears_when_it_is_closed)
{
    struct output output;
    cr_assert(output_open(&output, path, true));
    fputs("whole", output.stream);
    cr_expect(access(path, F_OK) != 0);
    cr_expect(output_close(&output));
    expect_text("whole");
    cr_expect_eq(entries(), 1);
}

Test(output, a_file_is_replaced_only_where_it_may)
{
    struct output output;
    write_file("first");
    write_file("second");
    expect_text("second");
    cr_expect_not(output_open(&output, path, true));
    expect_text("second");
}

Test(output, a_file_that_came_meanwhile_is_kept)
{
    struct output output;
    cr_assert(output_open(&output, path, true));
    fputs("mine", output.stream);
    write_file("theirs");
    cr_expect_not(output_close(&output));
    expect_text("theirs");
    cr_expect_eq(entries(), 1);
}

Test(output, a_file_that_is_replaced_leaves_its_permissions)
{
    struct stat status;
    write_file("secret");
    cr_assert_eq(chmod(path, 0600), 0);
    write_file("new");
    cr_assert_eq(stat(path, &status), 0);
    cr_expect_eq(status.st_mode & 0777, 0600);
}

Test(output, standard_output_has_three_names)
{
    cr_redirect_stdout();
    char same[64];
    snprintf(same, sizeof same, "/dev/fd/%d", STDOUT_FILENO);
    const char *const names[] = { "-", "/dev/stdout", same };
    for (int k = 0; k < 3; k++) {
        struct output output;
        cr_expect(output_is_standard(names[k]), "%s", names[k]);
        cr_assert(output_open(&output, names[k], true), "%s", names[k]);
        fprintf(output.stream, "%d ", k);
        cr_expect(output_close(&output));
    }
    write_file("text");
    cr_expect(!output_is_standard(path) && !output_is_standard("/nowhere"));
    cr_assert_stdout_eq_str("0 1 2 ");
}

Test(output, a_full_disk_is_a_fault)
{
    struct output output;
    cr_assert(output_open(&output, "/dev/full", false));
    fputs("text", output.stream);
    cr_expect_not(output_close(&output));
}

Test(output, what_cannot_be_created_is_a_fault)
{
    struct output output;
    cr_expect_not(output_open(&output, folder, false));
    snprintf(path, sizeof path, "%s/none/file", folder);
    cr_expect_not(output_open(&output, path, false));
    snprintf(path, sizeof path, "%s/file", folder);
}

Test(output, a_link_is_written_through)
{
    char link_path[80];
    struct stat status;
    write_file("old");
    snprintf(link_path, sizeof link_path, "%s/link", folder);
    cr_assert_eq(symlink("file", link_path), 0);
    struct output output;
    cr_assert(output_open(&output, link_path, false));
    fputs("new", output.stream);
    cr_expect(output_close(&output));
    expect_text("new");
    cr_expect(lstat(link_path, &status) == 0 && S_ISLNK(status.st_mode));
    remove(link_path);
}

static void link_to(const char *target, const char *name, char out[80])
{
    snprintf(out, 80, "%s/%s", folder, name);
    cr_assert_eq(symlink(target, out), 0);
}

/* Through a second link and a folder, to what is not there yet. */
Test(output, a_link_to_nothing_is_written_through)
{
    char first[80], second[80];
    struct stat status;
    struct output output;
    link_to("file", "second", second);
    link_to(second, "first", first);
    cr_assert(output_open(&output, first, true));
    fputs("new", output.stream);
    cr_expect(output_close(&output));
    expect_text("new");
    cr_expect(lstat(first, &status) == 0 && S_ISLNK(status.st_mode));
    cr_expect(lstat(second, &status) == 0 && S_ISLNK(status.st_mode));
    cr_expect(output_is_same(first, path) && !output_is_same(first, folder));
    remove(first);
    remove(second);
}

Test(output, links_in_a_circle_are_a_fault)
{
    char circle[80];
    struct output output;
    link_to("circle", "circle", circle);
    cr_expect_not(output_open(&output, circle, false));
    cr_expect_eq(entries(), 1);
    remove(circle);
}

Test(output, permissions_are_those_of_any_new_file)
{
    struct stat status;
    umask(027);
    write_file("text");
    cr_assert_eq(stat(path, &status), 0);
    cr_expect_eq(status.st_mode & 0777, 0640);
}

/* The reason outlives what fails later for another. */
Test(output, remembers_why_it_could_not_write)
{
    static char bytes[100000];
    struct output output;
    cr_assert(output_open(&output, "/dev/full", false));
    while (output_write(&output, bytes, sizeof bytes))
        ;
    cr_expect(output.reason == ENOSPC);
    cr_expect(!output_write(&output, "", 0), "writing on is in vain");
    cr_expect(!output_close(&output));
    fflush(stderr);
    cr_assert_stderr_eq_str("zopa: error: /dev/full: cannot write: No space left on device\n");
}
