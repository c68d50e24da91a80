"""Independent figures for shared/probability, computed to 50 digits and more.

    apt-get install -y python3-mpmath
    /usr/bin/python3 test/reference/probability-figures.py

writes probability-figures.json beside itself (under a minute). Every input is an
exact double. The methods differ from those of the product: power series with
positive terms in high precision in place of uniform expansions and continued fractions.
With `coefficients` as its argument it prints those of log-gamma.ts and incomplete-gamma.ts.
"""
import json
import os
import sys
from mpmath import (cos, erfc, erfinv, exp, inf, log, loggamma, mp, mpf, nstr, pi, polyval, psi, quad, sqrt)

mp.dps = 70
TINY = mpf(10) ** -60


def gamma(shape, x):
    """P, Q and E[(X-x)+] of a gamma variable of scale 1."""
    a, x = mpf(shape), mpf(x)
    front = exp(a * log(x) - x - loggamma(a + 1))
    if x < a + 20 * sqrt(a) + 30:
        # P = front * (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...); digits enough for 1 - P.
        digits = mp.dps
        mp.dps = digits + max(0, int(-(a * log(x) - x - loggamma(a + 1)) / 2.3)) if x > a else digits
        front = exp(a * log(x) - x - loggamma(a + 1))
        total = term = mpf(1)
        n = 0
        while term > mpf(10) ** -mp.dps * total:
            n += 1
            term *= x / (a + n)
            total += term
        lower = front * total
        upper = 1 - lower
        excess = (a - x) * upper + a * front
        mp.dps = digits
        return +lower, +upper, +excess
    # Far above: Q as an integral, substituting t = x + u.
    ratio = quad(lambda u: exp((a - 1) * log(1 + u / x) - u), [0, 1, 5, 20, 60, 200, 600, inf])
    upper = front * a / x * ratio
    return 1 - upper, upper, (a - x) * upper + a * front


def beta(a, b, x, y):
    """I_x(a, b) and x^a y^b / B(a, b), by the positive series in the smaller of x and y."""
    front = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b))
    if x > y:
        return 1 - beta(b, a, y, x)[0], front
    total = term = mpf(1)
    n = 0
    while term > mpf(10) ** -40 * total:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return front / a * total, front


def gamma_quantile(mean, variance, p):
    """By bisection in log x with the figures above."""
    m, v, p = mpf(mean), mpf(variance), mpf(p)
    shape, scale = m * m / v, v / m
    low, high = log(m) - 700, log(m) + 40
    while high - low > mpf(10) ** -22:
        middle = (low + high) / 2
        if gamma(shape, exp(middle) / scale)[0] < p:
            low = middle
        else:
            high = middle
    return exp(low)


def f(x):
    return float(nstr(x, 20)) if abs(x) > mpf(10) ** -330 else 0.0


def figures():
    out = {}
    out['logGamma'] = [[x, f(loggamma(mpf(x)))] for x in
                       [1e-300, 1e-8, 0.01, 0.3, 0.5, 0.9, 0.999, 1, 1.0001, 1.25, 1.4616, 1.75, 1.99, 2, 2.01, 3.3, 5,
                        7.7, 9.99, 10, 10.5, 14, 25, 100, 1234.5, 1e5, 1e8, 1e15, 1e100]]
    out['logGammaOnePlus'] = [[x, f(log(mp.gamma(1 + mpf(x))) if x > 1e-30 else -mp.euler * mpf(x))] for x in
                              [1e-300, 1e-20, 1e-8, 1e-3, 0.1, 0.3, 0.5]]
    out['scaledErfc'] = [[x, f(exp(mpf(x) ** 2) * erfc(mpf(x)))] for x in
                         [0, 1e-10, 0.01, 0.2, 0.45, 0.46875, 0.47, 0.7, 1, 1.5, 2, 3, 3.99, 4, 4.01, 6, 10, 30, 100, 1e4]]

    def normal(z):
        z = mpf(z)
        density = exp(-z * z / 2) / sqrt(2 * pi)
        upper = erfc(z / sqrt(mpf(2))) / 2
        mp.dps += 20
        loss = exp(-z * z / 2) / sqrt(2 * pi) - z * erfc(z / sqrt(mpf(2))) / 2
        mp.dps -= 20
        return [f(1 - upper if z > -5 else erfc(-z / sqrt(mpf(2))) / 2), f(upper), f(density), f(loss)]
    out['normal'] = [[z] + normal(z) for z in
                     [-37, -30.3, -20, -10.1, -6.7, -4, -3.3, -2.5, -2, -1, -0.5, -0.1, -1e-8, 0, 1e-8, 0.1, 0.3, 0.66, 0.67, 1,
                      1.5, 1.99, 2, 2.01, 2.5, 3, 4, 5, 5.65, 5.66, 6, 8, 10.3, 15, 20, 25, 30.7, 37]]
    out['normalQuantile'] = []
    for p in [1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-12, 1e-9, 1.3e-11, 1.4e-11, 1e-6, 1e-4, 0.01, 0.05, 0.074, 0.076,
              0.2, 0.4, 0.499, 0.49999999, 0.5, 0.5000001, 0.6, 0.75, 0.9, 0.925, 0.926, 0.95, 0.975, 0.99, 0.999,
              0.9999, 0.999999, 0.999999999, 0.999999999999]:
        tail = min(mpf(p), 1 - mpf(p))
        z = -sqrt(mpf(2)) * erfinv(1 - 2 * tail) if tail > mpf(10) ** -15 else -sqrt(-2 * log(tail))
        for _ in range(40):  # Newton on the logarithm of the tail
            reached = erfc(-z / sqrt(mpf(2))) / 2
            step = log(reached / tail) * reached / (exp(-z * z / 2) / sqrt(2 * pi))
            z -= step
            if abs(step) < mpf(10) ** -40:
                break
        out['normalQuantile'].append([p, f(z if p < 0.5 else -z)])

    out['gamma'] = []
    for a in [1e-8, 1e-5, 0.01, 0.3, 0.7, 0.999, 1, 1.5, 3, 7.7, 9.99, 10, 15, 25, 49, 50, 77, 199.5, 200, 1000, 5000.5, 1e5, 1e8]:
        sd = a ** 0.5
        distances = [-20, -8, -3, -1, -0.1, 0, 0.5, 2, 4, 8, 20] if a < 1e6 else [-25, -6, -1, 0, 0.3, 2, 6]
        xs = {a + z * sd for z in distances}
        if a < 1e6:
            xs |= {a * 0.29, a * 0.31, a * 0.7, a * 1.7, a * 2.34, a * 2.36, 1e-8, 1e-3, 0.5, 1.49, 1.51, 3.0, 10.0, 100.0, 600.0, 1e9}
        for x in sorted(xs):
            if x <= 0:
                continue
            if float((a * log(mpf(x)) - x - loggamma(mpf(a) + 1)) / log(mpf(10))) < -330:
                # Nothing of the smaller tail is left in a double.
                out['gamma'].append([a, x] + ([0.0, 1.0, f(mpf(a) - mpf(x))] if x < a else [1.0, 0.0, 0.0]))
                continue
            out['gamma'].append([a, x] + [f(value) for value in gamma(a, x)])

    out['gammaMoments'] = []
    for mean, variance in [(60.0, 144.0), (2400.0, 96000.0), (0.7, 12.5), (1e-3, 1e-2), (1e6, 1e6), (365.0, 0.25)]:
        m, v = mpf(mean), mpf(variance)
        for z in [-8, -2, -0.5, 0, 0.25, 1, 3, 7, 15]:
            x = mean + z * variance ** 0.5
            if x > 0:
                lower, _, excess = gamma(m * m / v, mpf(x) * m / v)
                out['gammaMoments'].append([mean, variance, x, f(lower), f(excess * v / m)])
    out['gammaQuantile'] = []
    for mean, variance in [(60.0, 144.0), (0.7, 12.5), (1e-3, 1e-2), (2400.0, 96000.0), (100.0, 9900.0)]:
        for p in [1e-12, 1e-3, 0.3, 0.5, 0.500001, 0.95, 0.999, 0.999999999]:
            out['gammaQuantile'].append([mean, variance, p, f(gamma_quantile(mean, variance, p))])

    out['beta'] = []
    for a, b in [(1e-3, 2.5), (0.5, 0.5), (1, 1), (2, 7), (30, 0.2), (45.5, 80.25), (1e3, 3), (500, 2e3), (1e5, 1e5), (1e4, 1e7), (1e7, 1e7)]:
        mean, sd = a / (a + b), (a * b / (a + b) ** 2 / (a + b + 1)) ** 0.5
        for z in [-7, -2, -0.4, 0, 0.3, 1.5, 5]:
            x = mean + z * sd
            if 0 < x < 1:
                value, front = beta(mpf(a), mpf(b), mpf(x), 1 - mpf(x))
                out['beta'].append([a, b, x, f(value)])

    out['negativeBinomial'] = []
    for mean, variance in [(2.0, 4.0), (0.01, 0.5), (10.0, 10.001), (37.5, 400.0), (1e3, 5e3), (1e4, 1e8), (1e6, 3e6), (1e6, 1e9), (1e4, 1e4 + 1e-6)]:
        m, v = mpf(mean), mpf(variance)
        r, p = m * m / (v - m), m / v
        for z in [-6, -1, -0.3, 0, 0.7, 2, 6]:
            k = int(mean + z * variance ** 0.5)
            if k >= 0:
                cdf = beta(r, mpf(k + 1), p, 1 - p)[0]
                probability = exp(loggamma(k + r) - loggamma(mpf(k + 1)) - loggamma(r) + r * log(p) + k * log(1 - p))
                out['negativeBinomial'].append([mean, variance, k, f(cdf), f(probability)])
    out['poisson'] = []
    for mean in [1e-6, 0.3, 3.0, 42.5, 800.0, 1e5, 1e7]:
        for z in [-9, -2, 0, 0.5, 3, 9]:
            k = int(mean + z * mean ** 0.5)
            if k >= 0:
                term = exp(k * log(mpf(mean)) - mean - loggamma(mpf(k + 1)))
                out['poisson'].append([mean, k, f(gamma(k + 1, mean)[1]), f(term)])

    out['gammaDays'] = []
    for mean, sd in [(60.0, 12.0), (45.0, 40.0), (7.0, 0.5), (0.6, 0.9), (400.0, 3.0), (20.0, 60.0), (365.25, 0.5)]:
        m, s = mpf(mean), mpf(sd)
        shape, scale = (m / s) ** 2, s * s / m
        lower = lambda day: gamma(shape, (day + mpf(1) / 2) / scale) if day >= 0 else (mpf(0), mpf(1))
        last, high = 0, int(mean + 60 * sd) + 2
        while last < high:  # the smallest K with P(> K) < 1e-9
            middle = (last + high) // 2
            if lower(middle)[1] < mpf(10) ** -9:
                high = middle
            else:
                last = middle + 1
        kept = lower(last)[0]
        days = sorted({0, last, last // 2, last - 1} | {min(max(int(mean + z * sd), 0), last) for z in (-6, -2, -1, 0, 0.5, 1, 2, 4)} - {-1})
        entries = [[day, f((lower(day)[0] - lower(day - 1)[0]) / kept)] for day in days if day >= 0]
        out['gammaDays'].append({'meanDays': mean, 'sdDays': sd, 'lastDay': last, 'entries': entries})
    return out


def coefficients():
    """Those of log Γ(1+a)/(a(a-1)) in a - 1/2, and of eta/mu in eta."""
    def target(a):
        return psi(0, 1) * -1 if abs(a) < TINY else psi(0, 2) if abs(a - 1) < TINY else loggamma(1 + a) / (a * (a - 1))
    n = 21
    nodes = [cos(pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    values = [target(mpf(1) / 2 + x / 2) for x in nodes]
    series = [2 * sum(values[k] * cos(pi * j * (2 * k + 1) / (2 * n)) for k in range(n)) / n for j in range(n)]
    series[0] /= 2
    chebyshev = [[mpf(1)], [mpf(0), mpf(1)]]
    for _ in range(2, n):
        following = [mpf(0)] + [2 * c for c in chebyshev[-1]]
        for i, c in enumerate(chebyshev[-2]):
            following[i] -= c
        chebyshev.append(following)
    powers = [sum(series[j] * chebyshev[j][i] for j in range(i, n)) * 2 ** i for i in range(n)]
    worst = max(abs(polyval(powers[::-1], mpf(k) / 200 - mpf(1) / 2) - target(mpf(k) / 200)) for k in range(201))
    print('log-gamma', [float(c) for c in powers], 'error', nstr(worst, 3))

    terms = 40
    distance = [mpf(0), mpf(1)]  # mu in powers of eta, from mu * dmu/deta = eta * (1 + mu)
    for k in range(2, terms + 1):
        known = sum(distance[i] * (k + 1 - i) * distance[k + 1 - i] for i in range(2, k))
        distance.append((distance[k - 1] - known) / (k + 1))
    inverse = [mpf(1)]
    for k in range(1, 36):
        inverse.append(-sum(distance[i + 1] * inverse[k - i] for i in range(1, k + 1)))
    print('incomplete-gamma', [float(c) for c in inverse])


if __name__ == '__main__':
    if sys.argv[1:] == ['coefficients']:
        coefficients()
    else:
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'probability-figures.json')
        result = figures()
        with open(path, 'w') as file:
            file.write('{\n' + ',\n'.join(f'"{key}": [\n' + ',\n'.join(json.dumps(row) for row in rows) + '\n]' for key, rows in result.items()) + '\n}\n')
        print({key: len(rows) for key, rows in result.items()}, os.path.getsize(path), 'bytes')
