import Foundation

/// A labelled set that is made up from a seed: what people see and type at work, unlike any set that is at hand.
struct MadeUpTexts {
  private var values: MadeUpValues
  private var number = 0

  init(seed: UInt64) { values = MadeUpValues(dice: Dice(seed: seed)) }

  /// So many lines, of every kind in turn.
  mutating func make(_ count: Int) -> [LabelledText] { (0..<count).map { _ in line() } }

  private mutating func line() -> LabelledText {
    number += 1
    switch number % 10 {
    case 0, 1: return patterned()
    case 2:
      let token = values.prefixed()
      return filled(tokenTexts, token.text, "SECRET", token.kind)
    case 3: return filled(commands, values.password(), "SECRET", "cli-password")
    case 4: return filled(settings, values.password(), "SECRET", "env-password")
    case 5:
      return filled(addresses, values.letters(Int.random(in: 20...40, using: &values.dice)), "SECRET", "url-token")
    case 6: return filled(messages, values.password(), "SECRET", "chat-password")
    case 7: return filled(fields, values.password(), "SECRET", "field-password")
    default: return LabelledText(id: "m\(number)", kind: "neg", text: harmless(), spans: [])
    }
  }

  private mutating func patterned() -> LabelledText {
    switch Int.random(in: 0..<6, using: &values.dice) {
    case 0:
      filled(
        ["Reply to § by noon", "cc: §; bcc: none", "<a href=\"mailto:§\">write</a>", "assigned § → open", "owner=§"],
        values.email(), "EMAIL_ADDRESS")
    case 1:
      filled(
        ["call back § (ext. 4)", "Tel. §", "mobile: §, office closed", "☎ §", "contact §"], values.phone(),
        "PHONE_NUMBER")
    case 2:
      filled(
        ["charged to §, exp 04/29", "Card no. §", "Kreditkarte § wurde abgelehnt", "PAN=§", "refund on § pending"],
        values.card(), "CREDIT_CARD")
    case 3:
      filled(
        [
          "pay to § until Friday", "Konto: §", "IBAN §, BIC MARKDEFF", "beneficiary § (supplier 88)",
          "virement vers § validé",
        ], values.iban(), "IBAN_CODE")
    case 4:
      filled(
        ["SSN §", "Social Security No. § on file", "employee ssn: §", "applicant's SSN is §"], values.socialSecurity(),
        "US_SSN")
    default:
      filled(
        ["sign-in from §", "host § is down", "allow § port 443", "X-Forwarded-For: §", "ping § -c 3"], values.network(),
        "IP_ADDRESS")
    }
  }

  /// A text with a value in place of its paragraph sign.
  private mutating func filled(_ texts: [String], _ value: String, _ type: String, _ kind: String? = nil)
    -> LabelledText
  {
    let parts = values.pick(texts).components(separatedBy: "§")
    let start = parts[0].utf8.count
    let span = LabelledText.Span(type: type, bstart: start, bend: start + value.utf8.count, sub: kind)
    return LabelledText(id: "m\(number)", kind: "work", text: parts.joined(separator: value), spans: [span])
  }

  // MARK: - Where secrets stand

  private let tokenTexts = [
    "§", "export TOKEN_FOR_CI=§", "Copied § to the clipboard",
    "curl -H 'Authorization: Bearer §' https://api.example.org/me",
    "{\"auth\": \"§\", \"v\": 2}", "here you go: §", "git clone https://oauth2:§@git.example.org/ops/infra.git",
    "key → §",
  ]
  private let commands = [
    "sshpass -p '§' ssh web1", "curl -u admin:§ https://jenkins.example.org/job/7/build",
    "docker login -u ci -p § registry.example.org", "redis-cli -h cache -a § ping",
    "PGPASSWORD=§ psql -h db -U app shop",
    "ldapsearch -x -D cn=admin -w '§' -b dc=example", "mysqldump --user=root --password=§ shop > dump.sql",
    "htpasswd -b .htpasswd bob §", "az login -u bob --password §", "echo '§' | sudo -S systemctl restart app",
    "keytool -list -keystore app.jks -storepass §", "psql \"postgresql://app:§@db.example.org:5432/shop\"",
    "smbclient //files/team -U 'bob%§'", "ansible-playbook site.yml -e ansible_password=§",
    "openssl pkcs12 -in cert.p12 -passin pass:§", "kubectl create secret generic db --from-literal=password=§",
  ]
  private let settings = [
    "spring.datasource.password=§", "  password: §", "\"clientSecret\": \"§\",", "Environment=\"SMTP_PASSWORD=§\"",
    "set DB_PASS=§", "$env:ADMIN_PASSWORD = \"§\"", "secret_key = \"§\"", "ENV JWT_SECRET=§", "<password>§</password>",
    "Server=db;Database=shop;User Id=sa;Password=§;", "auth_token: '§'", "MAIL_PASSWORD=\"§\" # changed in May",
    "define('DB_PASSWORD', '§');", "private_key_passphrase = §", "rabbitmq.pass=§",
  ]
  private let addresses = [
    "https://shop.example.org/reset?token=§", "https://api.example.org/v1/items?api_key=§&limit=20",
    "https://app.example.org/cb#access_token=§&token_type=bearer", "https://files.example.org/f/9?sig=§&se=2027-01-01",
    "wss://live.example.org/?auth=§", "https://login.example.org/oauth?code=§&state=x",
    "https://s3.example.org/b/o?X-Amz-Signature=§", "https://app.example.org/invite?invite_token=§",
    "GET /feed?apikey=§ HTTP/1.1", "https://meet.example.org/j/88?pwd=§",
  ]
  private let messages = [
    "pw: §", "the staging login is admin / § – same as last week", "Passwort lautet § bitte nicht weitergeben",
    "le mot de passe est §", "use § as the password", "la contraseña es §", "I changed the password to § yesterday",
    "password for the scanner: §", "Zugangsdaten: bob / §", "wifi key is §", "new pass = §, thanks",
    "credentials are bob:§", "your temporary password is §.", "unlock code for the safe: §",
  ]
  private let fields = [
    "textbox \"Master password\" value \"§\"", "Passphrase: §", "Kennwort: §",
    "input type=text label=\"API secret\" value=\"§\"",
    "PIN/Password [§]", "Current password § New password", "Security token | §", "Mot de passe : §", "Bind password: §",
    "Wachtwoord: §",
  ]

  // MARK: - What only looks like one

  private mutating func harmless() -> String {
    let (hex, digits) = (values.letters(40, of: MadeUpValues.hex), values.digits(12))
    return values.pick([
      "merged \(hex.prefix(9)) into release/4.\(digits.prefix(1))", "sha1 \(hex)", "Reset your password",
      "PasswordField.tsx:48 warns",
      "max_tokens=\(digits.prefix(4))", "Secret Santa list \(digits.prefix(2)).12.", "Primary key: customer_id",
      "API key rotation is due in May",
      "Order \(digits.prefix(8)) shipped, parcel 1Z\(values.letters(16, of: MadeUpValues.upper))",
      "ISBN 978-3-\(digits.prefix(2))-\(digits.prefix(6))-\(digits.prefix(1))",
      "v\(digits.prefix(1)).\(digits.prefix(2)).\(digits.suffix(1))-rc2+build.\(digits.prefix(4))",
      "urn:uuid:\(hex.prefix(8))-\(hex.prefix(4))-4\(hex.prefix(3))-a\(hex.prefix(3))-\(hex.prefix(12))",
      "Total 1\u{202f}\(digits.prefix(3)),\(digits.prefix(2)) € (19 % MwSt.)",
      "lat 52.\(digits.prefix(6)), lon 13.\(digits.suffix(6))",
      "background: #\(hex.prefix(6)); width: \(digits.prefix(3))px", "Password must have at least 12 characters",
      "forgot password? link sent", "GTIN 40\(digits) on shelf",
      "Meeting 2026-11-\(digits.prefix(1) == "0" ? "12" : "21") 14:30–15:15 room B\(digits.prefix(3))",
      "TypeError at bundle.\(hex.prefix(8)).js:1:\(digits.prefix(5))",
      "SKU AB-\(digits.prefix(5))-XL qty \(digits.prefix(2))",
      "the password policy changed", "build #\(digits.prefix(5)) passed in 4m 12s",
      "token expired, please sign in again",
      "GL account \(digits.prefix(6)) cost center \(digits.suffix(4))",
      "batch \(values.letters(8, of: MadeUpValues.upper)) exp 2028-03",
      "etag: W/\"\(hex.prefix(16))\"", "secret: none", "username or password incorrect", "pin this message",
    ])
  }
}
