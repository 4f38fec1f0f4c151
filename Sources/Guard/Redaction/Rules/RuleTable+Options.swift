import Trace

extension RuleTable {
  /// Options of commands that hold a secret without saying so.
  static let options: [Rule] = [
    Rule(
      name: "password in a command's option", kind: .password,
      form: .option([
        Command("mysql mysqldump mysqladmin mysqlimport mysqlcheck mariadb mariadb-dump", "-p", .attached),
        Command("7z 7za rar unrar", "-p -hp", .attached),
        Command(
          "sshpass mongo mongosh mongodump mongorestore docker podman az rdesktop ncftp ncftpput ipmitool", "-p -P",
          .either),
        Command("redis-cli", "-a --pass", .separate),
        Command("ldapsearch ldapadd ldapmodify ldapdelete ldappasswd ldapwhoami", "-w", .either),
        Command("zip unzip sqlcmd bcp isql osql mosquitto_pub mosquitto_sub", "-P", .either),
        Command("plink pscp psftp putty", "-pw", .separate),
        Command("xfreerdp wfreerdp", "/p:", .attached),
        Command("cmdkey", "/pass:", .attached),
        Command("gpg gpg2", "--passphrase", .separate),
        Command("ssh-keygen", "-N -P", .separate),
        Command("keytool jarsigner", "-storepass -keypass -srcstorepass -deststorepass", .separate),
        Command("openssl", "-k -K -passin -passout -pass", .separate),
        Command("snmpwalk snmpget", "-A -X -c", .separate),
        Command("curl wget http https xh", "-u --user -U --proxy-user -a --auth", .after(":")),
        Command("smbclient rpcclient net", "-U", .after("%")),
        Command("lftp", "-u", .after(",")),
        Command("net", "/user: /USER:", .next),
        Command("security", "-w", .separate),
        Command("rabbitmqctl", "add_user change_password", .next),
        Command("aws", "aws_secret_access_key aws_session_token", .separate),
        Command("htpasswd", "-b -bB -Bb -bc -cb -bm -bd -bs", .afterNext),
      ]),
      finds: [
        "$ mysql -u anna -p⟦Falcon$713⟧ -h db9.internal shop", "sshpass -p ⟦hunter2⟧ ssh host",
        "curl -u anna:⟦hunter2⟧ https://x.example",
        "redis-cli -a ⟦hunter2⟧ ping", "7z x -p⟦hunter2⟧ a.7z", "smbclient //host/share -U anna%⟦hunter2⟧",
        "ssh-keygen -N '⟦hunter two⟧' -f id",
        "sudo mysql -p⟦x⟧ -e 'select 1'", "docker login -u anna -p ⟦hunter2⟧ registry.example",
        "net use Z: \\\\srv\\share /user:anna ⟦hunter2⟧",
        "htpasswd -b .htpasswd anna ⟦hunter2⟧", "htpasswd -bc .htpasswd anna ⟦hunter2⟧",
        "rabbitmqctl add_user worker ⟦hunter2⟧", "aws configure set aws_secret_access_key ⟦hunter2⟧",
        "xfreerdp /u:anna /p:⟦hunter2⟧ /v:host",
      ],
      passes: [
        "mysql -u anna -p shop", "curl -u anna https://x.example", "mkdir -p src/password", "ssh -p 22 host",
        "cp -p a b",
      ]),
    Rule(
      name: "password handed to a command", kind: .password, form: .shape(.piped),
      finds: [
        "echo '⟦hunter2⟧' | sudo -S apt update", "echo anna:⟦hunter2⟧ | chpasswd",
        "echo -n ⟦hunter2⟧ | docker login --password-stdin",
      ],
      passes: ["echo hello | sort", "echo done && sudo -S true"]),
  ]
}
