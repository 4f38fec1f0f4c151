import Trace

extension RuleTable {
  /// What has a grammar of its own.
  static let shapes: [Rule] = [
    Rule(
      name: "mail address", kind: .email, form: .shape(.email),
      finds: [
        "⟦anna.müller+x@mail.example.co.uk⟧.", "mailto:⟦a@b.de⟧", "?email=⟦anna%40example.org⟧&tab=1",
        "<⟦anna@example.org⟧>", "⟦anna＠example．org⟧",
        "in base64: ⟦bWFpbDogYW5uYUBleGFtcGxlLm9yZw==⟧.",
      ],
      passes: ["@anna", "a@b", "git@github.com:org/repo.git", "npm i @scope/pkg@1.2.3", "x @ y.z"]),
    Rule(
      name: "person", kind: .person, form: .shape(.person),
      finds: ["From: ⟦Anna Müller⟧ <⟦anna@example.org⟧>", "Cc: \"⟦Fien van der Meulen⟧\" <⟦f@example.nl⟧>"],
      passes: ["Subject: Anna Müller <3"]),
    Rule(
      name: "IPv4 address", kind: .address, form: .shape(.ipv4),
      finds: ["ip=⟦19.253.176.22⟧", "root@⟦10.0.0.7⟧:22", "http://⟦10.1.2.3⟧/"],
      passes: ["version 10.7.15.0", "127.0.0.1", "Chrome/120.0.0.0", "1.2.3.4.5", "300.1.1.1", "v10.7.15.0"]),
    Rule(
      name: "IPv6 address", kind: .address, form: .shape(.ipv6),
      finds: ["⟦6e40:4041:c617:e898:c11:40d2:c669:2eb4⟧", "[⟦fe80::1ff:fe23:4567:890a⟧]"],
      passes: ["12:30:45", "std::vector", "::1", "a::b"]),
    Rule(
      name: "hardware address", kind: .address, form: .shape(.mac),
      finds: ["⟦00:1A:2b:3c:4d:5e⟧", "⟦00-1A-2B-3C-4D-5E⟧"],
      passes: ["00:1A:2b:3c:4d", "2024-11-24-10-20-30"]),
    Rule(
      name: "bank account (IBAN)", kind: .iban, form: .shape(.iban),
      finds: ["⟦DE89 3704 0044 0532 0130 00⟧", "to ⟦GB82WEST12345698765432⟧.", "⟦nl91abna0417164300⟧"],
      passes: ["DE88370400440532013000", "GB82WEST1234569876543", "AB12345678901234567890"]),
    Rule(
      name: "password in an address", kind: .password, form: .shape(.addressPassword),
      finds: [
        "postgres://anna:⟦GJPEYRMzNDLcfBm8⟧@db.internal:5432/app", "https://anna:⟦p@ss⟧@x.example/",
        "amqp://u:⟦a/b⟧@h/v",
      ],
      passes: ["https://x.example:8080/a@b", "ssh://git@x.example/r", "http://user:${PASSWORD}@x.example/"]),
    Rule(
      name: "password in a line of .pgpass", kind: .password, form: .shape(.passFile),
      finds: [
        "db.example.org:5432:shop:app:⟦hunter2⟧", "localhost:5432:*:postgres:⟦Tiger:372⟧",
        "db1:5432:db:ada.m:⟦hunter2⟧",
      ],
      passes: [
        "at 10:30:00:work:done", "main.swift:12:5: error: no such module", "a:1:b:2:c:3",
        "image: registry:5000/a/b:latest", "x:8080:tcp:open:",
      ]),
    Rule(
      name: "private key", kind: .secret, form: .shape(.privateKey),
      finds: [
        "⟦-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----⟧",
        "⟦-----BEGIN PRIVATE KEY-----\nMIIE" + "⟧",
      ],
      passes: ["-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----"]),
    Rule(
      name: "random characters", kind: .secret, form: .shape(.randomToken),
      finds: ["use ⟦LGNwd+Jsnul07GGheIKGOFi7SMNp+pANwtywjqur⟧ today"],
      passes: [
        "commit 9d4585e48b7f8b97acc97187c257354d2c366eb5",
        "https://app.example.com/documents/f4aa19ae-5ca0-48c9-9ae1-c7547e1f1b7f/edit",
        "sha256:0a01dbd0f25005fefdb03cbf5c39749e2c491eb9487395018f7944fe07f5679f",
        "getAllCustomerInvoicesByDateRange2024Handler",
        "src/Sources/UnderstudyCommandLine/Resources2/Main.swift",
      ]),
    Rule(
      name: "a password on its own", kind: .password, form: .shape(.bare),
      finds: [
        "⟦winter$112⟧", "⟦878HahaP8b5wnU_82@⟧", "⟦wv7GIzeaT5DM⟧", "⟦lxcabo-dmsgvfi-ymjc-myvachu⟧",
        "⟦1d7474386843ad068d31224d1bc42f994abc8c2a⟧",
      ],
      passes: [
        "Invoice-2026-11", "anna@example", "https://example.org/a?b=1#c", "INV-2026-93080438", "iPhone15ProMax",
        "f4aa19ae-5ca0-48c9-9ae1-c7547e1f1b7f",
        "Straßenbahn", "1,234.56", "#ff00aa11", "@anna2026x", "name=value12", "getUserById2", "out-of-date-list",
        "2026-11-24T10:00:00Z", "sha256-Ro5t153EJpGUIs0cBU83S44zsCDmHjKhaICYggdbsqQ=",
      ]),
  ]
}
