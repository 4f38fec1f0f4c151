import Trace

extension RuleTable {
  /// Values that a word beside them gives away.
  static let labels: [Rule] = [
    Rule(
      name: "password by its word", kind: .password, form: .labelled(.password),
      finds: [
        "DB_PASSWORD=⟦Kaffee!1052⟧\nDB_PORT=5432", "the Wi-Fi password is ⟦Sommer20?⟧ - please do not share",
        "Passwort: ⟦sonnenschein⟧", "pwd: ⟦hunter2⟧", "{\"password\":\"⟦a\\\"b c⟧\"}", "<password>⟦hunter2⟧</password>",
        "input name=\"new_password\" type=\"text\" value=\"⟦hunter two⟧\"", "textbox \"Mot de passe\": ⟦soleil⟧",
        "--password ⟦s3cret⟧",
        "--db-password=⟦s3cret⟧", "Server=db;User Id=sa;Password=⟦x9!k⟧;Encrypt=true",
        "das WLAN-Passwort lautet ⟦Tiger_372⟧",
        "password for the guest network is ⟦Falcon#713⟧", "PGPASSWORD=⟦hunter2⟧ psql -h db", "пароль: ⟦qwerty⟧",
        "your new password ⟦aB3$kd9f⟧ works", "ｐａｓｓｗｏｒｄ＝⟦hunter2⟧", "pass\u{200b}word=⟦hunter2⟧",
        "login?password=⟦abc%21def⟧&x=1",
        "use ⟦Tiger#372⟧ as the password", "⟦Tiger372⟧ is the new password", "Password> ⟦Tiger372⟧",
        "new pwd ⟦m!VepwCtZOSX⟧ works",
        "define('DB_PASSWORD', '⟦Kaffee!1052⟧');", "Password | ⟦Tiger#372⟧", "Password [⟦Tiger#372⟧]",
        "Password\t⟦Tiger#372⟧", "textbox \"Master password\" value \"⟦Tiger372⟧\"", "the wifi key is ⟦Tiger-river-37⟧",
        "the admin password's ⟦Tiger#372⟧", "Password (required): ⟦Tiger#372⟧", "Kennwort *: ⟦Tiger#372⟧",
        "Password\n⟦Tiger#372⟧", "Password   ⟦Tiger#372⟧", "password → ⟦Tiger#372⟧", "password -> ⟦Tiger#372⟧",
        "{\"label\":\"Password\",\"value\":\"⟦Tiger372⟧\"}", "⟦Tiger372⟧ for the password",
        "password \"⟦ynut-livx-pcsjh-uvmky⟧\" for host", "ENV ADMIN_PASSWORD ⟦gxop-zjvv-uvsj-tqava⟧",
        "CREATE USER a IDENTIFIED BY '⟦Tiger!372⟧';", "requirepass ⟦Tiger#372⟧", "the password is:\n⟦Tiger#372⟧",
        "- name: DB_PASSWORD\n  value: ⟦Tiger#372⟧", "pass for the wiki = ⟦Tiger-river-37⟧",
        "the root pw on web3 is still ⟦Tiger_372⟧", "das Passwort habe ich auf ⟦Tiger372⟧ gesetzt",
        "la clave es ⟦Tiger#372⟧",
      ],
      passes: [
        "button \"Forgot password?\" clicked", "Password: required", "the password is incorrect",
        "password=${DB_PASSWORD}",
        "password: ********", "Show password", "PASSWORD_MIN_LENGTH=8", "password=$PASSWORD", "password == other",
        "password-protected file",
        "the password must be at least 8 characters", "Enter your password to continue.", "password: <your password>",
        "keep it as the password", "[\"password\", \"username\"]", "Password | User | Role", "Password\nUsername",
        "Password (optional)", "Password:\nUsername", "the password of web3 is wrong", "password for step2 and step3",
        "- name: DB_PASSWORD\n  valueFrom: secretKeyRef", "identified by its number", "identified by 'name'",
        "{\"type\":\"password\",\"value\":\"\"}", "this field is for the password", "Password [required]",
      ]),
    Rule(
      name: "key or token by its word", kind: .secret, form: .labelled(.token),
      finds: [
        "API_KEY=⟦GJW4EYOFAHA3UNGKQFA2V5LS55GCAXLM⟧", "\"client_secret\": \"⟦9f3c07e1b85d2a64⟧\"",
        "apiKey: '⟦k3J9xQ7mZ2vT⟧'",
        "export SERVICE_SECRET=⟦9f3c07e1b85d2a649f3c07e1b85d2a64⟧", "X-Api-Key: ⟦9f3c07e1-b85d-2a64-9f3c-07e1b85d2a64⟧",
        "https://app.example.org/reset?token=⟦nrxk1tB85b4c1-a_nR_alXZIjwgQq⟧&uid=7913",
        "aws_secret_access_key = ⟦\(Sample.mixed(40))⟧",
        "Set-Cookie: ⟦sessionid=k3j9x7qm2zvt8fwb⟧; Path=/", "otpauth://totp/x?secret=⟦JBSWY3DPEHPK3PXP⟧&issuer=x",
      ],
      passes: [
        "max_tokens=4096", "token_type=bearer", "API_KEY=${API_KEY}", "the secret of success", "tokens: 1523",
        "API key: none", "SECRET_NAME=prod",
        "session expired",
      ]),
    Rule(
      name: "name and password together", kind: .password, form: .labelled(.credentials),
      finds: [
        "login: anna / ⟦Sommer2026!⟧", "credentials anna:⟦hunter2⟧", "the staging login is admin / ⟦Sommer-river-26⟧",
      ],
      passes: ["login: anna", "az login -u anna", "Log in to continue"]),
    Rule(
      name: "authorization header", kind: .secret, form: .labelled(.scheme),
      finds: [
        "Authorization: Bearer ⟦1425c92a5616be6edfd133fa62fe25ae⟧", "authorization: Basic ⟦YW5uYTpodW50ZXIyCg==⟧",
        "curl -H \"Authorization: token ⟦9f3c07e1b85d2a64⟧\"",
      ],
      passes: [
        "basic settings", "token_type=bearer expires_in=9355", "the bearer of bad news", "Authorization: required",
      ]),
    Rule(
      name: "code that is used once", kind: .code, form: .labelled(.code),
      finds: [
        "Your verification code is ⟦482913⟧", "PIN: ⟦4821⟧", "OTP ⟦482 913⟧", "Ihr Sicherheitscode lautet ⟦482913⟧",
        "unlock code for the safe: ⟦m@ng0417x⟧",
      ],
      passes: ["PIN required", "pin the message", "code review 42"]),
    Rule(
      name: "check digits of a card", kind: .card, form: .labelled(.cardCode),
      finds: ["CVV: ⟦123⟧", "cvc=⟦4321⟧"], passes: ["CVV required"]),
    Rule(
      name: "document number by its word", kind: .identity, form: .labelled(.identity),
      finds: [
        "My driver's license number is ⟦U62928788557186⟧", "passport no: ⟦C01X00T47⟧", "NINO: ⟦QQ123456C⟧",
        "driver license number is ⟦6940579⟧",
      ], passes: ["passport expired", "tax id required"]),
    Rule(
      name: "secret part of an address", kind: .secret, form: .labelled(.link),
      finds: [
        "https://x.example/f?sig=⟦\(Sample.mixed(43))⟧&n=1", "https://x.example/reset/⟦\(Sample.mixed(32))⟧/",
        "https://x.example/?key=⟦\(Sample.hexadecimal(32))⟧",
      ],
      passes: [
        "https://x.example/?key=PROJ-123", "https://x.example/share/report", "https://x.example/?code=DE&state=open",
      ]),
  ]
}
