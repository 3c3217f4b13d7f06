"""brainpoolP256r1 (RFC 5639, 3.4): the arithmetic that PACE's generic mapping needs and no library offers."""

P = 0xA9FB57DBA1EEA9BC3E660A909D838D726E3BF623D52620282013481D1F6E5377
A = 0x7D5A0975FC2C3057EEF67530417AFFE7FB8055C126DC5C6CE94A4B44F330B5D9
B = 0x26DC5C6CE94A4B44F330B5D9BBD77CBF958416295CF7E1CE6BCCDC18FF8C07B6
GENERATOR = (
    0x8BD2AEB9CB7E57CB2C4B482FFC81B7AFB9DE27E1E3BD23C23A4453BD9ACE3262,
    0x547EF835C3DAC4FD97F8461A14611DC9C27745132DED8E545C1D54C72F046997,
)
ORDER = 0xA9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7

_SIZE = 32

Point = tuple[int, int]


def add(p: Point | None, q: Point | None) -> Point | None:
    """The sum; None is the point at infinity."""
    if p is None or q is None:
        return p or q
    if p[0] == q[0] and (p[1] + q[1]) % P == 0:
        return None
    rise, run = (3 * p[0] * p[0] + A, 2 * p[1]) if p == q else (q[1] - p[1], q[0] - p[0])
    slope = rise * pow(run, -1, P) % P
    x = (slope * slope - p[0] - q[0]) % P
    return x, (slope * (p[0] - x) - p[1]) % P


def multiply(factor: int, point: Point | None) -> Point | None:
    """`factor` times `point`. Not in constant time: there is no secret worth it."""
    result: Point | None = None
    while factor:
        if factor & 1:
            result = add(result, point)
        point, factor = add(point, point), factor >> 1
    return result


def encoded(point: Point | None) -> bytes:
    """Uncompressed, 65 bytes (TR-03111, 3.2.1). Raises ValueError for infinity."""
    if point is None:
        raise ValueError("infinity has no encoding")
    return b"\x04" + point[0].to_bytes(_SIZE, "big") + point[1].to_bytes(_SIZE, "big")


def decoded(data: bytes) -> Point:
    """The point that `data` encodes. Raises ValueError when it is none of the curve."""
    if len(data) != 1 + 2 * _SIZE or data[0] != 4:
        raise ValueError("not an uncompressed point")
    x, y = int.from_bytes(data[1 : 1 + _SIZE], "big"), int.from_bytes(data[1 + _SIZE :], "big")
    if (y * y - x * x * x - A * x - B) % P:
        raise ValueError("not on the curve")
    return x, y
