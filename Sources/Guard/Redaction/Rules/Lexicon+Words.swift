extension Lexicon {
  /// What each topic is called. A phrase more is one entry more; a language more is one line more.
  static let phrases: [(Topic, String)] = [
    (
      .password,
      "password,passwd,pwd,pass word,passphrase,pass phrase,passcode,pass,pw,psw,passw,userpass,userpassword,dbpassword,dbpass,requirepass,masterauth,bindpw,bind pw,storepass,keypass,identified by,identified with"
    ),
    (
      .password,
      "passwort,kennwort,passwörter,losungswort,mot de passe,mdp,motdepasse,contraseña,clave de acceso,clave es,senha,palavra passe"
    ),
    (
      .password,
      "hasło,wachtwoord,toegangscode,lösenord,adgangskode,passord,salasana,jelszó,heslo,heslu,parolă,parola,şifre,lozinka,geslo,slaptažodis,parole,salasõna"
    ),
    (
      .password,
      "wifi key,code wifi,código wifi,wifi code,wi fi key,wlan key,wpa key,wpa2 key,network key,wlan schlüssel,wifi schlüssel,netzwerkschlüssel,clé wifi,clave wifi,clave del wifi,chiave wifi,klucz wifi,wifi sleutel"
    ),
    (
      .password,
      "пароль,пароля,парола,лозинка,гасло,κωδικός πρόσβασης,סיסמה,كلمة المرور,密码,密碼,パスワード,비밀번호,รหัสผ่าน,mật khẩu,kata sandi"
    ),
    (
      .token,
      "token,tok,secret,api key,apikey,api secret,api token,app key,app secret,application key,access key,accesskey,secret key,secretkey,private key,privatekey,auth key,authkey"
    ),
    (
      .token,
      "signing key,encryption key,master key,shared key,account key,license key,licence key,product key,activation key,recovery key,deploy key,service key,storage key,consumer key,consumer secret,subscription key"
    ),
    (
      .token,
      "client secret,clientsecret,authtoken,auth token,access token,accesstoken,refresh token,refreshtoken,id token,session token,bearer token,csrf token,xsrf token,csrfmiddlewaretoken,session id,sessionid,jsessionid,phpsessid,session key,session"
    ),
    (
      .token,
      "jwt,sas token,sastoken,webhook secret,seed phrase,mnemonic,recovery phrase,totp secret,otp secret,mfa secret,shared secret,signing secret,jwt secret,secret access key,access key secret,connection string"
    ),
    (
      .token,
      "personal access token,pat,webhook url,credential,private token,deploy token,bot token,user token,api keys,cookie,set cookie"
    ),
    (
      .token,
      "zugangsschlüssel,geheimnis,geheimer schlüssel,lizenzschlüssel,api schlüssel,clé api,clé secrète,clave secreta,clave api,chiave api,chiave segreta,klucz api,chave api,api sleutel"
    ),
    (
      .credentials,
      "credentials,creds,login,log in,logins,zugangsdaten,anmeldedaten,identifiants,credenciales,credenziali,dane logowania,inloggegevens,user pass,username password,user password,userpwd,auth"
    ),
    (
      .scheme,
      "bearer,basic,authorization bearer,authorization basic,authorization token,authorization,proxy authorization"
    ),
    (
      .code,
      "pin,pin code,pincode,otp,one time code,one time password,one time passcode,verification code,security code,confirmation code,login code,access code,auth code,authentication code,unlock code,puk,2fa code,mfa code,sms code,code is,your code,the code,tan,alarm code,door code,entry code,gate code"
    ),
    (
      .code,
      "bestätigungscode,sicherheitscode,einmalcode,code de vérification,code de sécurité,code confidentiel,código de verificación,código de seguridad,codice di verifica,codice di sicurezza,kod weryfikacyjny,verificatiecode,código de verificação"
    ),
    (
      .cardCode,
      "cvv,cvc,cvn,cvv2,cvc2,csc,card verification,card verification code,card security code,prüfziffer,cryptogramme,cryptogramme visuel,código cvv"
    ),
    (
      .phone,
      "phone,tel,telephone,telephone number,phone number,mobile,mobile number,mobil,cell,cellphone,cell phone,cell number,fax,fax number,call,calling,called,dial,dialing,ring,text,texting,sms,whatsapp,signal,telegram,viber,contact number,voicemail,hotline,helpline,landline,office,desk,direct line,msisdn,caller,calls from,texts from"
    ),
    (
      .phone,
      "call me,reach me,contact me,text me,reach me at,contact me at,me on,answering at,messages to,message to,my number,call us"
    ),
    (
      .phone,
      "telefon,telefonnummer,rufnummer,handy,handynummer,mobilnummer,festnetz,durchwahl,anruf,anrufen,telefonisch,téléphone,tél,portable,numéro de téléphone,appeler,appelez,teléfono,móvil,celular,llamar,llame,telefono,cellulare,chiamare,chiama,numero di telefono"
    ),
    (
      .phone,
      "telefoon,telefoonnummer,mobiel,bellen,gsm,numer telefonu,komórka,komórkowy,zadzwoń,dzwonić,telemóvel,telefone,ligar,telefonszám,telefonní číslo,puhelin,puhelinnumero,телефон,тел,звонить,電話,电话,전화"
    ),
    (
      .card,
      "card,credit card,debit card,card number,cardnumber,cc number,ccnumber,cc num,cc,pan,payment card,visa,mastercard,amex,american express,maestro,kreditkarte,kartennummer,carte,carte bancaire,numéro de carte,tarjeta,número de tarjeta,carta,carta di credito,numero carta,karta,numer karty,creditcard,kaartnummer,cartão"
    ),
    (
      .identity,
      "ssn,social security,social security number,social security no,social insurance number,sozialversicherungsnummer,sin number,tax id,tin,itin,ein,tax number,taxpayer id,tax identification number,steuernummer,steuer id,steueridentifikationsnummer"
    ),
    (
      .identity,
      "passport,passport number,passport no,reisepass,reisepassnummer,passeport,pasaporte,passaporto,paszport,driver license,drivers license,driver s license,driver licence,driver s licence,driving licence,driving license,license number,licence number,driver s license number,drivers license number,führerschein,führerscheinnummer,permis de conduire,dl number"
    ),
    (
      .identity,
      "national id,national identity number,national insurance number,nino,nhs number,identity card,id card,id card number,id number,personalausweis,ausweisnummer,personalausweisnummer,carte d identité,numéro de sécurité sociale,dni,nie,nif,codice fiscale,pesel,nip,bsn,burgerservicenummer,cpf,cnpj,aadhaar,aadhar,pan card,curp,rfc,personnummer,medicare number,medical record number,mrn,health insurance number,voter id"
    ),
    (
      .link,
      "key,code,sig,signature,state,nonce,hash,hmac,ticket,auth,sid,otp,invite,invitation,confirmation,confirm,reset,verify,verification,activate,activation,magic,magic link,unsubscribe,share,credential,awsaccesskeyid,sv,se,hdnea,policy,key pair id,secret,download"
    ),
    (
      .version,
      "version,ver,v,release,build,firmware,release notes,upgrade,upgraded to,chrome,firefox,safari,mozilla,webkit,applewebkit,edg,opr"
    ),
    (
      .digest,
      "sha,sha1,sha256,sha384,sha512,md5,commit,commits,revision,checksum,digest,etag,integrity,fingerprint,hash,blake2,crc32,uuid,guid,tree,parent,merge,rev,git"
    ),
    (
      .reference,
      "order,orders,tracking,tracking number,shipment,parcel,sku,serial,serial number,part,part number,ean,gtin,upc,isbn,imei,iccid,invoice,po,purchase order,ref,reference,reference number,ticket,case,customer number,article,item,account,ledger,asset,batch,lot,job,build,transaction,document,bestellung,sendung,sendungsnummer,artikel,rechnung,commande,facture,pedido,ordine,zamówienie,id,zip,zip code,zip code is,postal code,postal code is,postcode,postleitzahl,plz,area code,area code is,country code,country code is,error code,error code is,status code,status code is,exit code,exit code is,promo code,promo code is,discount code,discount code is,product code,product code is,source code,source code is,color code,colour code,bar code,qr code,the zip code,the area code"
    ),
  ]

  /// Endings of compounds, for the languages that write them as one word.
  static let compounds: [(Topic, String)] = [
    (.password, "passwort,kennwort,password,passwd,passphrase,wachtwoord,lösenord,passord,adgangskode,salasana"),
    (.phone, "telefonnummer,rufnummer,handynummer,mobilnummer,telefoonnummer,puhelinnumero"),
    (.identity, "ausweisnummer,versicherungsnummer,passnummer"),
    (.card, "kartennummer,kaartnummer"),
    (.token, "apikey,secretkey,accesskey,privatekey,clientsecret,accesstoken,authtoken,apitoken"),
  ]
}
