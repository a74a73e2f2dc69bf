"""Published callback vectors, typed in by hand from the projects named beside each."""

from dataclasses import dataclass

from yutang.wecom.crypto import CallbackCipher


@dataclass(frozen=True, slots=True)
class Vector:
    """One signed and encrypted text with its plain form; ``random`` where that is published."""

    name: str
    cipher: CallbackCipher
    timestamp: str
    nonce: str
    signature: str
    encrypted: bytes
    plain: bytes
    random: bytes | None = None


# Tencent's own samples (WXBizMsgCrypt).
CIPHER_A = CallbackCipher(
    token="QDG6eK",
    encoding_aes_key="jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
    receive_id="wx5823bf96d3bd56c7",
)
# xen0n/go-workwx, internal/lowlevel.
CIPHER_B = CallbackCipher(
    token="kjr2TKI8umCBfVF3wAHk8JiPwma5VBme",
    encoding_aes_key="4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws",
    receive_id="ww6a112864f8022910",
)
# xen0n/go-workwx, the second key, with two receivers.
CIPHER_C1 = CallbackCipher(
    token="kz7Yx62CH8SaLN",
    encoding_aes_key="cD0d7jx4tYvVtzqrmh3Dm3QFCXe6f8SlHoMtMh3qQEP",
    receive_id="wwf181555a13a31443",
)
CIPHER_C2 = CallbackCipher(
    token="kz7Yx62CH8SaLN",
    encoding_aes_key="cD0d7jx4tYvVtzqrmh3Dm3QFCXe6f8SlHoMtMh3qQEP",
    receive_id="ww6a112864f8022910",
)
# wechatpy, tests/test_crypto.py.
CIPHER_D = CallbackCipher(
    token="123456",
    encoding_aes_key="kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR",
    receive_id="wx49f0ab532d5d035a",
)
# WxJava, WxCryptUtilTest: encryption with a given random part.
CIPHER_E = CallbackCipher(
    token="pamtest",
    encoding_aes_key="abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    receive_id="wxb11529c136998cb6",
)
# PowerWeChat, src/kernel/Encryptor_test.go.
CIPHER_F = CallbackCipher(
    token="pcoLldqMu2WQQtYBeDX5HiXPsBFlTnDM",
    encoding_aes_key="CyjBvGm4tJNmcThkeL5Wajzom4jKlBygKtpTkYeqsnE",
    receive_id="wwedab3d5fc43636d8",
)

A1 = Vector(
    name="A1",
    cipher=CIPHER_A,
    timestamp="1409659589",
    nonce="263014780",
    signature="5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
    encrypted=(
        b"P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="
    ),
    plain=b"1616140317555161061",
    random=b"c41b64491c2468d0",
)
A2 = Vector(
    name="A2",
    cipher=CIPHER_A,
    timestamp="1409659813",
    nonce="1372623149",
    signature="477715d11cdb4164915debcba66cb864d751f3e6",
    encrypted=(
        b"RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3"
        b"QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48"
        b"kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izo"
        b"un1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUa"
        b"x5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl"
        b"/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q=="
    ),
    plain=(
        b"<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>\n"
        b"<FromUserName><![CDATA[mycreate]]></FromUserName>\n"
        b"<CreateTime>1409659813</CreateTime>\n"
        b"<MsgType><![CDATA[text]]></MsgType>\n"
        b"<Content><![CDATA[hello]]></Content>\n"
        b"<MsgId>4561255354251345929</MsgId>\n"
        b"<AgentID>218</AgentID>\n"
        b"</xml>"
    ),
    random=b"0960688932c47ef1",
)
B1 = Vector(
    name="B1",
    cipher=CIPHER_B,
    timestamp="1583940690",
    nonce="VHh7ymSeb0jc4lSb",
    signature="1ba3cb09c0d2c2b3ed6900d37f91a6efae6cb011",
    encrypted=(
        b"6KmUQuPVu7UhjyVqRdbo5SfcRqaHvbUlKSHFvBV2ZuR6TIlKsygcfeSd1GDplg1C5KSKr6UPHCaC/nIX3ZNt9w=="
    ),
    plain=b"94966531020182955848408",
    random=b"5QMsYcwjR95t2vmC",
)
C1 = Vector(
    name="C1",
    cipher=CIPHER_C1,
    timestamp="1583995625",
    nonce="1584392382",
    signature="a44d1b7dc3dc4b02edd99dc32afa6a26be7c92f6",
    encrypted=(
        b"fyVN9BUnH6xNl0/VCHTCg6XGxxvoFdyZ7VQbAbBcQ79dVccYvdIyJYZSMMhkPy8LPaoe+V27qjoQ553fXavm"
        b"rPOgxzHrKKf3YIu63pB4/nN0LY4S+GzUFi/LLFj1TI1sOh0q2jT5u1nYz5G3HFNLd3DFUvJVLtZl8mVMwUOz"
        b"BpzKZhhmCvIJLVlvym9tt+VYwG06MSbmnf9AzYFKhm1BIy+95Q824ilY6Wy8l+vkFqEdASl2k83jMXvlkVRS"
        b"B3hmNptWTbq8ygDdLtkCyA4UEiZvfTskqqVkbYwLptRl/1F+DVL9SH/TWt2j3dCm4rzY5jQG+fA+2xh2Kk+O"
        b"rVgafqtQCfhjq8C38A2IwCcg2BONKk8s5ijFxQoszmXvJQ3zLYbjzRWQ40xhryDyPNNse7/slKVW2QMBEUPN"
        b"OxUcX9k="
    ),
    plain=(
        b"<xml><ToUserName><![CDATA[wwf181555a13a31443]]></ToUserName>"
        b"<FromUserName><![CDATA[xen0n]]></FromUserName>"
        b"<CreateTime>1583995625</CreateTime>"
        b"<MsgType><![CDATA[text]]></MsgType>"
        b"<Content><![CDATA[x123]]></Content>"
        b"<MsgId>2018405441</MsgId>"
        b"<AgentID>1000002</AgentID>"
        b"</xml>"
    ),
    random=b"165537226266209e",
)
C2 = Vector(
    name="C2",
    cipher=CIPHER_C2,
    timestamp="1583995625",
    nonce="1584392382",
    signature="f265ae551b1932727204c3d707628d01376a6940",
    encrypted=(
        b"EUCt7xMcNiyASzZj0Hjc5yDjFQrCum6AfQ3ntHiUzjGQ51xieKmbvtrZ40/EcB2W/W8yH0n4Lqx48gJl/T9H"
        b"D/R309I0P/r5pIZucK3lyEn48FYMr4YdE0QdL2jIJ3xkcXUr6uzefzCxG6lMvwpAJaOyVCzN7sRRw47njfxy"
        b"5EIqU6R9ZBhlTzfdnhhOhK/nTwzrZX3SoGlXFA9OBeZ6ru1NWpXFk76x9DUMe0lcxPPiUqK8ctnQcYXSGUHV"
        b"qC6DfG7E7mab0OmruNN8cBZY5d3dYOBA4OgaH55Q0AJmUpdT8vNiXpXx+6TxT3TIjySXpDrHVyrsb772aYyw"
        b"gg/Nu4kUmGkALwFZlzhjNegR7wDwb9lr4ERXsSSS8JZ8lbBmaQ3F2Tq584xoPj5rIhXAF734ynm4no1g+SdH"
        b"iNqR328="
    ),
    plain=(
        b"<xml><ToUserName><![CDATA[ww6a112864f8022910]]></ToUserName>"
        b"<FromUserName><![CDATA[foobar]]></FromUserName>"
        b"<CreateTime>1583995625</CreateTime>"
        b"<MsgType><![CDATA[text]]></MsgType>"
        b"<Content><![CDATA[x123]]></Content>"
        b"<MsgId>2018405441</MsgId>"
        b"<AgentID>1000002</AgentID>"
        b"</xml>"
    ),
)
D1 = Vector(
    name="D1",
    cipher=CIPHER_D,
    timestamp="1411443780",
    nonce="437374425",
    signature="dd6b9c95b495b3f7e2901bfbc76c664930ffdb96",
    encrypted=(
        b"4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q=="
    ),
    plain=b"5927782489442352469",
)
D2 = Vector(
    name="D2",
    cipher=CIPHER_D,
    timestamp="1411525903",
    nonce="461056294",
    signature="74d92dfeb87ba7c714f89d98870ae5eb62dff26d",
    encrypted=(
        b"RgqEoJj5A4EMYlLvWO1F86ioRjZfaex/gePD0gOXTxpsq5Yj4GNglrBb8I2BAJVODGajiFnXBu7mCPatfjsu"
        b"6IHCrsTyeDXzF6Bv283dGymzxh6ydJRvZsryDyZbLTE7rhnus50qGPMfp2wASFlzEgMW9z1ef/RD8XzaFYgm"
        b"7iTdaXpXaG4+BiYyolBug/gYNx410cvkKR2/nPwBiT+P4hIiOAQqGp/TywZBtDh1yCF2KOd0gpiMZ5jSw3e2"
        b"9mTvmUHzkVQiMS6td7vXUaWOMZnYZlF3So2SjHnwh4jYFxdgpkHHqIrH/54SNdshoQgWYEvccTKe7FS709/5"
        b"t6NMxuGhcUGAPOQipvWTT4dShyqio7mlsl5noTrb++x6En749zCpQVhDpbV6GDnTbcX2e8K9QaNWHp91eBdC"
        b"RxthuL0="
    ),
    plain=(
        b"<xml><ToUserName><![CDATA[wx49f0ab532d5d035a]]></ToUserName>\n"
        b"<FromUserName><![CDATA[messense]]></FromUserName>\n"
        b"<CreateTime>1411525903</CreateTime>\n"
        b"<MsgType><![CDATA[text]]></MsgType>\n"
        b"<Content><![CDATA[test]]></Content>\n"
        b"<MsgId>4363689963896700987</MsgId>\n"
        b"<AgentID>1</AgentID>\n"
        b"</xml>"
    ),
)
D3 = Vector(
    name="D3",
    cipher=CIPHER_D,
    timestamp="1411525903",
    nonce="461056294",
    signature="407518b7649e86ef23978113f92d27afa9296533",
    encrypted=(
        b"9s4gMv99m88kKTh/H8IdkOiMg6bisoy3ypwy9H4hvSPe9nsGaqyw5hhSjdYbcrKk+j3nba4HMOTzHrluLBYq"
        b"xgNcBqGsL8GqxlhZgURnAtObvesEl5nZ+uBE8bviY0LWke8Zy9V/QYKxNV2FqllNXcfmstttyIkMKCCmVbCF"
        b"M2JTF5wY0nFhHZSjPUL2Q1qvSUCUld+/WIXrx0oyKQmpB6o8NRrrNrsDf03oxI1p9FxUgMnwKKZeOA/uu+2I"
        b"EvEBtb7muXsVbwbgX05UPPJvFurDXafG0RQyPR+mf1nDnAtQmmNOuiR5MIkdQ39xn1vWwi1O5oazPoQJz0nT"
        b"YjxxEE8kv3kFxtAGVRe3ypD3WeK2XeFYFMNMpatF9XiKzHo3"
    ),
    plain=(
        b"<xml>\n"
        b"<MsgType><![CDATA[text]]></MsgType>\n"
        b"<Content><![CDATA[test]]></Content>\n"
        b"<FromUserName><![CDATA[wx49f0ab532d5d035a]]></FromUserName>\n"
        b"<ToUserName><![CDATA[messense]]></ToUserName>\n"
        b"<AgentID>1</AgentID>\n"
        b"<CreateTime>1411525903</CreateTime>\n"
        b"</xml>"
    ),
    random=b"1234567890123456",
)
F1 = Vector(
    name="F1",
    cipher=CIPHER_F,
    timestamp="1623292419",
    nonce="1623324060",
    signature="1495c4dfd4958d4e5faf618978ae66943a042f87",
    encrypted=(
        b"o1XtmVltGmUAqoWee54yd4Q5ZBgrw4/9lFo5qdZoVPd1DybzarjuYCfFlR2AFbAcWHwFgmbrVBD+f9910QIF6g=="
    ),
    plain=b"6058207018001857403",
)
F2 = Vector(
    name="F2",
    cipher=CIPHER_F,
    timestamp="1623301925",
    nonce="1624217036",
    signature="d728d2bea7e28585ebd14eacbd330d84073fe7f1",
    encrypted=(
        b"ZBY4h9SD1Y/v+ighMGU4yHSVWyMuf2UdQQfFuB8S/SY5il9MynR1rtKIJDG871vOqaCs0FVje6bX0VyhvL02"
        b"PG7FXjRR+rAyiwVv7T7nBGgamkPeOv4n/jXgFQnY6NEt3Zym09t4aI+21pDcE6uN6JzcC+hxw5sBfVyza3NH"
        b"yuLiyhvalsFbasA4HNcnK+4/3eZLMo+e6yvHUsY4WhmZWW5u5mHcDZm1jtI2fUtzod6Sx7PrCOhm+zUO1I98"
        b"OD0EmICxHHMjMkGmSFuGhG8vXRKaRavzvV/fkscZK1HjW+XJOV0c9wYDZT+/LTjDS/yx5KkM5lIksiw57DsC"
        b"ro9gvmE1WdvB3bw3m+5ie2x1ZRSuh6ik1rbMTiXgJXt0MnbV8VsyPe1zhkbug1cwdhT9zcOTieb0oyiIl3wS"
        b"AEkNNBNBaWB+78V1hM/ngMoZgKaaasJUCGtPH/rN+YnxGicDOg=="
    ),
    plain=(
        "<xml><ToUserName><![CDATA[wwedab3d5fc43636d8]]></ToUserName>"
        "<FromUserName><![CDATA[WangChaoYi]]></FromUserName>"
        "<CreateTime>1623301925</CreateTime>"
        "<MsgType><![CDATA[text]]></MsgType>"
        "<Content><![CDATA[密文测试]]></Content>"
        "<MsgId>6972028683187026694</MsgId>"
        "<AgentID>1000005</AgentID>"
        "</xml>"
    ).encode(),
)
E_RANDOM = b"aaaabbbbccccdddd"
E_PLAIN = "我是中文abcd123".encode()
E_ENCRYPTED = (
    b"jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg=="
)

VECTORS = (A1, A2, B1, C1, C2, D1, D2, D3, F1, F2)
