import { expect, test } from "vitest";
import { isPeoplePage, withoutFrameworkScripts } from "#front-door/people-pages.ts";

test.each([
  ["/", true],
  ["/daftar", true],
  ["/belajar/kursus/1", true],
  ["/admin", false],
  ["/admin/gelombang/1", false],
  ["/administrasi", true],
  ["/lembaga", false],
  ["/dinas", false],
  ["/_next/static/app.js", false],
  ["/api/auth/session", false],
  ["/elements/comfort.js", false],
])("%s is a page for people: %s", (path, expected) => {
  expect(isPeoplePage(path)).toBe(expected);
});

test("the framework's scripts, hints and markers go; our own element, the words and the form stay", () => {
  const page = [
    '<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="stylesheet" href="/a.css"/></head>',
    '<body><!--$--><form action="" method="POST"><input type="hidden" name="$ACTION_ID_1"/></form><!--/$-->',
    '<script src="/_next/a.js" async=""></script><script>self.__next_f.push([1,"<p>x</p>"])</script>',
    '<script src="/elements/comfort.js" type="module" data-keep=""></script></body></html>',
  ].join("");
  expect(withoutFrameworkScripts(page)).toBe(
    '<html><head><link rel="stylesheet" href="/a.css"/></head><body><form action="" method="POST">' +
      '<input type="hidden" name="$ACTION_ID_1"/></form><script src="/elements/comfort.js" type="module" data-keep=""></script></body></html>',
  );
});
