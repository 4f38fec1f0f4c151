import Trace

extension RuleTable {
  /// Tokens that are known by how they begin, as their issuers document them.
  static let tokens: [Rule] =
    [
      // Code and packages
      token("GitHub token", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], .alphanumeric, 30...255, Sample.mixed(36)),
      token("GitHub fine-grained token", ["github_pat_"], .url, 36...255, Sample.mixed(82)),
      token(
        "GitLab token",
        [
          "glpat-", "gldt-", "glrt-", "glptt-", "glsoat-", "glcbt-", "glimt-", "glagent-", "glft-", "glffct-", "gloas-",
        ],
        .dotted, 18...300, Sample.mixed(20)),
      token("GitLab runner registration token", ["GR1348941"], .url, 20...64, Sample.mixed(20)),
      token("Bitbucket app password", ["ATBB"], .alphanumeric, 24...64, Sample.mixed(32)),
      token("Atlassian token", ["ATATT3", "ATCTT3"], .any, 50...400, Sample.mixed(180)),
      token("npm token", ["npm_"], .alphanumeric, 30...64, Sample.mixed(36)),
      token("PyPI token", ["pypi-"], .url, 32...400, "AgEIcHlwaS5vcmc" + Sample.mixed(60)),
      token("RubyGems key", ["rubygems_"], .hexadecimal, 40...64, Sample.hexadecimal(48)),
      token("crates.io token", ["cio"], .alphanumeric, 32...32, Sample.mixed(32)),
      token("Clojars token", ["CLOJARS_"], .alphanumeric, 50...70, Sample.small(60)),
      token("NuGet key", ["oy2"], .smalls, 43...43, Sample.small(43)),
      token("Docker token", ["dckr_pat_", "dckr_oat_"], .url, 20...64, Sample.mixed(27)),
      token("JFrog token", ["AKCp"], .alphanumeric, 60...80, Sample.mixed(69)),
      token("Sourcegraph token", ["sgp_"], .url, 36...80, Sample.hexadecimal(40)),
      token("CircleCI token", ["CCIPAT_", "CCIPRJ_"], .url, 40...90, Sample.mixed(63)),
      token("Buildkite token", ["bkua_", "bkat_"], .alphanumeric, 32...64, Sample.hexadecimal(40)),
      // Clouds
      token(
        "AWS access key id", ["AKIA", "ASIA", "ABIA", "ACCA", "AROA", "AIDA"], .capitals, 16...16, Sample.capitals(16)),
      token("Google API key", ["AIza"], .url, 33...40, Sample.mixed(35)),
      token("Google OAuth secret", ["GOCSPX-"], .url, 24...40, Sample.mixed(28)),
      token("Google OAuth token", ["ya29."], .dotted, 30...512, Sample.mixed(80)),
      token("Google refresh token", ["1//0"], .url, 30...200, Sample.mixed(60)),
      token("Alibaba access key id", ["LTAI"], .alphanumeric, 16...24, Sample.mixed(20)),
      token("Tencent secret id", ["AKID"], .alphanumeric, 32...36, Sample.mixed(32)),
      token("DigitalOcean token", ["dop_v1_", "doo_v1_", "dor_v1_"], .hexadecimal, 64...64, Sample.hexadecimal(64)),
      token("Heroku token", ["HRKU-"], .url, 36...80, Sample.mixed(60)),
      token("Fly.io token", ["fo1_", "fm1a_", "fm1r_", "fm2_"], .any, 40...800, Sample.mixed(43)),
      token("Netlify token", ["nfp_"], .alphanumeric, 36...64, Sample.mixed(40)),
      token("Vercel token", ["vcp_", "vci_", "vca_", "vcr_", "vck_"], .alphanumeric, 24...80, Sample.mixed(56)),
      token("Cloudflare origin key", ["v1.0-"], .hexadecimal, 24...24, Sample.hexadecimal(24)),
      token("Scalingo token", ["tk-us-"], .url, 40...64, Sample.mixed(48)),
      token("Databricks token", ["dapi"], .hexadecimal, 32...40, Sample.hexadecimal(32)),
      token("PlanetScale secret", ["pscale_tkn_", "pscale_pw_", "pscale_oauth_"], .dotted, 32...64, Sample.mixed(43)),
      token("Supabase token", ["sbp_", "sb_secret_"], .url, 24...64, Sample.hexadecimal(40)),
      token("HashiCorp Vault token", ["hvs.", "hvb.", "hvr."], .url, 24...400, Sample.mixed(95)),
      token("Terraform Cloud token", ["atlasv1."], .url, 60...80, Sample.mixed(67)),
      token("Pulumi token", ["pul-"], .hexadecimal, 40...40, Sample.hexadecimal(40)),
      token("Doppler token", ["dp.pt.", "dp.st.", "dp.sa.", "dp.ct.", "dp.scim."], .dotted, 40...80, Sample.mixed(43)),
      token("1Password token", ["ops_"], .base64, 100...1200, Sample.mixed(260)),
      token("Tailscale key", ["tskey-auth-", "tskey-api-", "tskey-client-"], .url, 20...80, Sample.mixed(40)),
      // Models
      token("OpenAI key", ["sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-"], .url, 24...300, Sample.mixed(48)),
      token("Anthropic key", ["sk-ant-"], .url, 24...200, "api03-" + Sample.mixed(93)),
      token("OpenRouter key", ["sk-or-v1-"], .hexadecimal, 40...80, Sample.hexadecimal(64)),
      token("Secret key of a model service", ["sk-"], .alphanumeric, 24...100, Sample.mixed(48)),
      token("Hugging Face token", ["hf_", "api_org_"], .alphanumeric, 30...64, Sample.mixed(34)),
      token("Groq key", ["gsk_"], .alphanumeric, 40...64, Sample.mixed(52)),
      token("xAI key", ["xai-"], .alphanumeric, 60...100, Sample.mixed(80)),
      token("Perplexity key", ["pplx-"], .alphanumeric, 40...64, Sample.mixed(48)),
      token("Replicate token", ["r8_"], .alphanumeric, 30...48, Sample.mixed(37)),
      token("LangSmith key", ["lsv2_pt_", "lsv2_sk_"], .url, 32...64, Sample.hexadecimal(43)),
      // Talk
      token(
        "Slack token", ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxo-", "xoxc-", "xoxd-", "xoxe-", "xoxe."], .any,
        10...400, "2914728305-" + Sample.mixed(24)),
      token("Slack app token", ["xapp-"], .url, 20...200, "1-A0" + Sample.capitals(9) + "-" + Sample.hexadecimal(64)),
      token(
        "Slack web hook", ["hooks.slack.com/services/", "hooks.slack.com/workflows/"], .any, 20...200,
        "T0/B0/" + Sample.mixed(24)),
      token(
        "Discord web hook", ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"], .any, 40...200,
        Sample.digits(18) + "/" + Sample.mixed(68)),
      token("Teams web hook", ["webhook.office.com/webhookb2/"], .any, 40...300, Sample.mixed(80)),
      // Mail and messages
      token("SendGrid key", ["SG."], .dotted, 40...80, Sample.mixed(22) + "." + Sample.mixed(43)),
      token("Mailgun key", ["key-"], .hexadecimal, 32...32, Sample.hexadecimal(32)),
      token("Brevo key", ["xkeysib-", "xsmtpsib-"], .url, 60...100, Sample.hexadecimal(64) + "-" + Sample.mixed(16)),
      token("Resend key", ["re_"], .url, 32...40, Sample.mixed(33)),
      token("Twilio key", ["SK", "AC"], .hexadecimal, 32...32, Sample.hexadecimal(32)),
      token("Intercom token", ["dG9rO"], .base64, 40...80, Sample.mixed(54)),
      // Money and shops
      token(
        "Stripe key", ["sk_live_", "rk_live_", "sk_test_", "rk_test_", "whsec_"], .alphanumeric, 16...255,
        Sample.mixed(24)),
      token("Square token", ["sq0atp-", "sq0csp-", "sq0idp-"], .url, 22...64, Sample.mixed(43)),
      token("Square access token", ["EAAA"], .url, 55...70, Sample.mixed(60)),
      token(
        "Shopify token", ["shpat_", "shpca_", "shppa_", "shpss_", "shpua_"], .hexadecimal, 32...40,
        Sample.hexadecimal(32)),
      token("Shippo token", ["shippo_live_", "shippo_test_"], .hexadecimal, 40...40, Sample.hexadecimal(40)),
      token("EasyPost key", ["EZAK", "EZTK"], .alphanumeric, 54...58, Sample.mixed(54)),
      token("Flutterwave key", ["FLWSECK-", "FLWSECK_TEST-"], .url, 12...64, Sample.hexadecimal(32) + "-X"),
      token("Razorpay key", ["rzp_live_", "rzp_test_"], .alphanumeric, 14...20, Sample.mixed(14)),
      token("Adyen key", ["AQE"], .base64, 60...250, Sample.mixed(120)),
      // Work
      token("Airtable token", ["pat"], .dotted, 79...79, Sample.mixed(14) + "." + Sample.hexadecimal(64)),
      token(
        "Asana token", ["2/1"], .any, 40...80,
        Sample.digits(15) + "/" + Sample.digits(16) + ":" + Sample.hexadecimal(32)),
      token("Contentful token", ["CFPAT-"], .url, 40...48, Sample.mixed(43)),
      token("Dropbox token", ["sl.u.", "sl."], .url, 60...1200, Sample.mixed(136)),
      token(
        "Dynatrace token", ["dt0c01.", "dt0s01.", "dt0s16."], .dotted, 80...100,
        Sample.capitals(24) + "." + Sample.capitals(64)),
      token(
        "Facebook token", ["EAACEdEose0cBA", "EAAM", "EAAC", "EAAG", "EAAB"], .alphanumeric, 80...400, Sample.mixed(140)
      ),
      token("Figma token", ["figd_", "figu_", "figo_"], .url, 30...64, Sample.mixed(40)),
      token("Grafana token", ["glsa_", "glc_"], .any, 32...400, Sample.mixed(32) + "_" + Sample.hexadecimal(8)),
      token(
        "HubSpot token", ["pat-na1-", "pat-eu1-", "pat-na2-", "pat-na3-"], .url, 32...48,
        "9f3c07e1-b85d-2a64-9f3c-07e1b85d2a64"),
      token("Linear key", ["lin_api_", "lin_oauth_"], .alphanumeric, 32...64, Sample.mixed(40)),
      token(
        "New Relic key", ["NRAK-", "NRJS-", "NRAL-", "NRRA-", "NRII-", "NRIQ-"], .url, 18...40, Sample.capitals(27)),
      token("Notion token", ["ntn_", "secret_"], .alphanumeric, 43...50, Sample.mixed(43)),
      token("Postman key", ["PMAK-"], .url, 40...64, Sample.hexadecimal(24) + "-" + Sample.hexadecimal(34)),
      token("Prefect key", ["pnu_", "pnb_"], .alphanumeric, 36...36, Sample.small(36)),
      token("ReadMe key", ["rdme_"], .alphanumeric, 60...80, Sample.small(70)),
      token("Sentry token", ["sntrys_", "sntryu_"], .any, 40...400, Sample.mixed(64)),
      token("Typeform token", ["tfp_"], .dotted, 40...64, Sample.mixed(59)),
      token("Adafruit key", ["aio_"], .alphanumeric, 28...28, Sample.mixed(28)),
      token(
        "Zapier web hook", ["hooks.zapier.com/hooks/catch/"], .any, 10...64, Sample.digits(7) + "/" + Sample.small(7)),
      // Kinds of their own
      token(
        "JSON web token", ["eyJ"], .dotted, 24...8_192,
        Sample.mixed(30) + "." + Sample.mixed(60) + "." + Sample.mixed(43)),
      token("age secret key", ["AGE-SECRET-KEY-1"], .capitals, 50...80, Sample.capitals(58)),
      token("Extended private key", ["xprv", "yprv", "zprv", "tprv"], .alphanumeric, 100...112, Sample.mixed(107)),
      token("PuTTY private key", ["PuTTY-User-Key-File-"], .any, 1...200, "3:"),
      token("crypt hash", ["$2a$", "$2b$", "$2y$"], .crypt, 50...64, "12$" + Sample.mixed(53)),
    ] + [telegram]

  private static let telegram = Rule(
    name: "Telegram bot token", kind: .secret, form: .shape(.telegram),
    finds: ["bot ⟦\(Sample.digits(9)):AA\(Sample.mixed(33))⟧"], passes: ["at 12:45 and 1234567890:abc"])

  private static func token(
    _ name: String, _ prefixes: [String], _ alphabet: Alphabet, _ lengths: ClosedRange<Int>, _ rest: String
  ) -> Rule {
    Rule(
      name: name, kind: .secret, form: .prefixed(prefixes, alphabet, lengths),
      finds: prefixes.flatMap { ["⟦\($0)\(rest)⟧", "see “⟦\($0)\(rest)⟧”, please"] },
      passes: prefixes.map { "\($0)xxxxxxxx and \($0)" })
  }
}
