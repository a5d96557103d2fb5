#!/usr/bin/env bash
# S3 as Ceph's RADOS Gateway has it, on loopback: one monitor, one object store in memory, one gateway, from the Debian packages radosgw, ceph-mon and ceph-osd.
# rgw.sh FOLDER PORT [KEY SECRET]: prints "ready" when it answers, and ends all three, and the folder, when its input is closed or it is told to end.
set -eu
data=${1:?a folder for its data} port=${2:?the port of the gateway}
mon=$((port + 1)) mon1=$((port + 2))
key=${3-test} secret=${4-test}
mkdir -p "$data"
processes=()
finish() {
  trap - EXIT INT TERM
  kill "${processes[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$data"
}
trap finish EXIT
trap 'exit 0' INT TERM

mkdir "$data/mon" "$data/osd" "$data/rgw" "$data/run"
conf=$data/ceph.conf
fsid=$(cat /proc/sys/kernel/random/uuid)
cat > "$conf" <<CONF
[global]
fsid = $fsid
mon host = [v2:127.0.0.1:$mon,v1:127.0.0.1:$mon1]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv6 = false
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
auth allow insecure global id reclaim = false
keyring = $data/keyring
run dir = $data/run
admin socket = $data/run/\$name.asok
pid file = $data/run/\$name.pid
log file = $data/\$name.log
setuser match path = $data
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
[mon]
mon data = $data/mon
mon initial members = a
mon cluster log file = $data/cluster.log
[osd]
osd data = $data/osd
osd objectstore = memstore
osd class default list = *
osd class load list = *
memstore device bytes = 1073741824
osd memory target = 939524096
[client.rgw]
rgw data = $data/rgw
rgw frontends = beast endpoint=127.0.0.1:$port
rgw dns name = localhost
CONF

quiet() { "$@" >> "$data/start.log" 2>&1; }
quiet ceph-authtool --create-keyring "$data/keyring" --gen-key -n mon. --cap mon 'allow *'
quiet ceph-authtool "$data/keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
quiet ceph-authtool "$data/keyring" --gen-key -n client.rgw --cap mon 'allow rwx' --cap osd 'allow rwx'
quiet ceph-authtool "$data/keyring" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *'
cp "$data/keyring" "$data/rgw/keyring"
cp "$data/keyring" "$data/osd/keyring"
quiet monmaptool --create --clobber --fsid "$fsid" --addv a "[v2:127.0.0.1:$mon,v1:127.0.0.1:$mon1]" "$data/monmap"
quiet ceph-mon -c "$conf" -i a --mkfs --monmap "$data/monmap" --keyring "$data/keyring"
ceph-mon -c "$conf" -i a -f >> "$data/mon.out" 2>&1 & processes+=($!)
osd=$(cat /proc/sys/kernel/random/uuid)
for _ in $(seq 50); do quiet timeout 10 ceph -c "$conf" osd new "$osd" && break; sleep 0.2; done
quiet ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$osd"
ceph-osd -c "$conf" -i 0 -f >> "$data/osd.out" 2>&1 & processes+=($!)
for _ in $(seq 100); do ceph -c "$conf" osd stat 2>> "$data/start.log" | grep -q '1 up' && break; sleep 0.2; done
radosgw -c "$conf" -n client.rgw -f >> "$data/rgw.out" 2>&1 & processes+=($!)
for _ in $(seq 600); do (exec 3<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.1; done
quiet radosgw-admin -c "$conf" user create --uid=dev --display-name=dev --access-key="$key" --secret="$secret"
echo ready
# Whoever started this keeps its input open for as long as he needs it.
cat > /dev/null
