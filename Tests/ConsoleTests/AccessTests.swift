import Foundation
import Testing

@testable import Console

@Suite("Who gets into the console")
struct AccessTests {
  @Test("Whatever is addressed to another name or port is refused, whatever the method and path")
  func foreignHosts() async throws {
    let console = try await OpenConsole("days=2")
    let port = console.client.port
    let guest = try await console.enter()
    let hosts: [[(String, String)]] = [
      [], [("Host", "")], [("Host", "evil.example")], [("Host", "evil.example:\(port)")], [("Host", "127.0.0.1")],
      [("Host", "localhost")], [("Host", "localhost.:\(port)")], [("Host", "127.0.0.1:\(port).")],
      [("Host", "127.0.0.1:\(port + 1)")], [("Host", "127.1:\(port)")], [("Host", "0.0.0.0:\(port)")],
      [("Host", "127.0.0.1:\(port)@evil.example")], [("Host", "[::ffff:127.0.0.1]:\(port)")],
      [("Host", "127.0.0.1:\(port)"), ("Host", "evil.example")],
    ]
    for host in hosts {
      for (method, target) in [
        ("GET", "/"), ("GET", "\(guest.root)/now"), ("POST", "/enter"), ("OPTIONS", "/"), ("GET", "/nowhere"),
        ("GET", "http://evil.example/"), ("DELETE", "\(guest.root)/now"),
      ] {
        let answer = try await console.client.send(
          method, target, host + [("Cookie", guest.cookie), ("Sec-Fetch-Site", "same-origin")])
        // A parser that refuses the request itself is as good.
        #expect([421, 400].contains(answer.status), "\(method) \(target) for \(host)")
        #expect(!answer.body.contains("Understudy"))
      }
    }
    for host in ["127.0.0.1:\(port)", "localhost:\(port)"] {
      #expect(try await console.client.send("GET", "/", [("Host", host)]).status == 200)
    }
  }

  @Test("A link lets in once, within a minute, and only the latest one")
  func links() async throws {
    let console = try await OpenConsole("days=2")
    let enter = { (token: String) in
      try await console.client.own("POST", "/enter", body: #"{"token":"\#(token)"}"#).status
    }
    let older = await console.server.doorkeeper.link().text
    let token = await console.server.doorkeeper.link().text
    #expect(try await enter(older) == 403)
    #expect(try await enter("") == 403)
    #expect(try await enter(String(token.dropLast()) + "g") == 403)
    #expect(try await enter(token) == 200)
    #expect(try await enter(token) == 403)
    let late = await console.server.doorkeeper.link().text
    console.clock.pass(61)
    #expect(try await enter(late) == 403)
    let early = await console.server.doorkeeper.link().text
    console.clock.pass(-1)
    #expect(try await enter(early) == 403)
  }

  @Test("A link is worth nothing to a page of another site")
  func foreignEntry() async throws {
    let console = try await OpenConsole("days=2")
    let token = await console.server.doorkeeper.link().text
    let host = ("Host", "127.0.0.1:\(console.client.port)")
    let origin = ("Origin", "http://127.0.0.1:\(console.client.port)")
    let (site, type) = (("Sec-Fetch-Site", "same-origin"), ("Content-Type", "application/json"))
    for headers in [
      [host, ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), type],
      [host, ("Origin", "http://127.0.0.1:1"), ("Sec-Fetch-Site", "same-site"), type],
      [host, ("Origin", "null"), site, type], [host, site, type], [host, origin, type],
      [host, origin, site, ("Content-Type", "text/plain")],
    ] {
      let answer = try await console.client.send("POST", "/enter", headers, body: #"{"token":"\#(token)"}"#)
      #expect(answer.status == 403, "\(headers)")
    }
    #expect(
      try await console.client.send("POST", "/enter", [host, origin, site, type], body: #"{"token":"\#(token)"}"#)
        .status
        == 200)
  }

  @Test("Without the cookie of its room a page shows nothing, whatever room or page is asked for")
  func strangers() async throws {
    let console = try await OpenConsole("days=2")
    let (guest, other) = (try await console.enter(), try await console.enter())
    for path in ["now", "timeline", "workflows", "audit", "data", "grants", "runs", "releases", "live", "frames/0"] {
      for cookie in [nil, "", other.cookie, guest.cookie + "0", "x=\(guest.cookie)"] {
        #expect(try await console.client.own("GET", "\(guest.root)/\(path)", cookie: cookie).status == 401)
      }
      #expect(try await console.client.own("GET", "/\(path)", cookie: guest.cookie).status != 200)
    }
    #expect(try await guest.get("/now").status == 200)
    let cookie = try #require(
      try await console.client.own(
        "POST", "/enter", body: #"{"token":"\#(await console.server.doorkeeper.link().text)"}"#
      ).header("set-cookie"))
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    // Servers on other ports are sent no cookie of a path that they do not know.
    #expect(cookie.firstMatch(of: #/; Path=/[0-9a-f]{64}(;|$)/#.ignoresCase()) != nil)
  }

  @Test("What another site or another port makes a browser ask for is refused, although the cookie comes along")
  func crossSite() async throws {
    let console = try await OpenConsole("days=2")
    let guest = try await console.enter()
    let host = ("Host", "127.0.0.1:\(console.client.port)")
    for site in ["cross-site", "same-site", "nonsense"] {
      let headers = [host, ("Cookie", guest.cookie), ("Sec-Fetch-Site", site)]
      #expect(try await console.client.send("GET", guest.root + "/now", headers).status == 403)
    }
    let origin = ("Origin", "http://127.0.0.1:\(console.client.port)")
    let own = [
      host, ("Cookie", guest.cookie), origin, ("Sec-Fetch-Site", "same-origin"), ("Content-Type", "application/json"),
      ("X-Understudy", guest.secret),
    ]
    for (name, value) in [
      ("Origin", "https://evil.example"), ("Origin", nil), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "none"),
      ("Sec-Fetch-Site", nil), ("Content-Type", "application/x-www-form-urlencoded"),
      ("Content-Type", "text/plain"), ("Content-Type", nil), ("X-Understudy", "0"), ("X-Understudy", nil),
      ("X-Understudy", try await console.enter().secret),
    ] as [(String, String?)] {
      let headers = own.filter { $0.0 != name } + (value.map { [(name, $0)] } ?? [])
      #expect(
        try await console.client.send("POST", guest.root + "/leave", headers, body: "{}").status == 403,
        "\(name): \(value ?? "")"
      )
    }
    #expect(try await guest.get("/now").status == 200)
    #expect(try await console.client.send("POST", guest.root + "/leave", own, body: "{}").status == 200)
    #expect(try await guest.get("/now").status == 401)
  }

  @Test("Every answer forbids foreign code, frames and caches, and lets no other site read it")
  func headers() async throws {
    let console = try await OpenConsole("days=2")
    let guest = try await console.enter()
    let host = [("Host", "127.0.0.1:\(console.client.port)"), ("Origin", "https://evil.example")]
    var answers = [
      try await console.client.send("GET", "/", host), try await console.client.send("GET", "/nowhere", host),
      try await console.client.send("OPTIONS", "/enter", host + [("Access-Control-Request-Method", "POST")]),
      try await console.client.send("GET", "/", [("Host", "evil.example")]),
      try await console.client.own("GET", guest.root + "/now"),
      try await guest.post("/confirm", ["secret": "wrong"]),
    ]
    for path in ["/now", "/timeline", "/data", "/grants", "/frames/0", "/confirm"] {
      answers.append(try await guest.get(path))
    }
    for answer in answers {
      #expect(!answer.headers.contains { $0.name.hasPrefix("access-control") })
      #expect(answer.header("cache-control") == "no-store")
      #expect(answer.header("x-content-type-options") == "nosniff")
      #expect(answer.header("referrer-policy") == "no-referrer")
      #expect(answer.header("cross-origin-opener-policy") == "same-origin")
      #expect(answer.header("cross-origin-resource-policy") == "same-origin")
      let policy = try #require(answer.header("content-security-policy"))
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"))
      #expect(policy.contains("frame-ancestors 'none'; base-uri 'none'; form-action 'none'"))
      #expect(!policy.contains("unsafe") && !policy.contains("http"))
    }
  }
}
