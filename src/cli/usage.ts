export const USAGE = `npm run cli -- COMMAND

import-register FILE --map MAPPING [--dry-run]
    นำเข้าทะเบียนเดิม (--dry-run: ลองดูก่อน ไม่บันทึก)
    Bring an old register in; --dry-run only says what would happen.

statistics [--fiscal-year 2568 | --all-years] [--format json|csv]
    สถิติเรื่องร้องเรียนตามปีงบประมาณ (พ.ศ.)
    Figures of a fiscal year (Buddhist era); the running one when left out.

indicators [--fiscal-year 2568] [--format json|csv]
    ตัวชี้วัดเป้าหมายที่ ๒ และ ๓
    Indicators of goals 2 and 3.

user add --username U --name N --role R [--role R2] [--agency CODE] --password-stdin
    เพิ่มผู้ใช้ อ่านรหัสผ่านจาก stdin
    Add a person; the passphrase is read from stdin.

audit verify [--head NO:MAC]
    ตรวจว่าไม่มีใครแก้บันทึกการใช้ระบบ (--head: เทียบกับหัวบันทึกที่จดไว้)
    Prove that nobody touched the audit trail; --head compares it with a head noted elsewhere.

deadlines explain NUMBER
    ทำไมทุกกำหนดเวลาของเรื่องนี้จึงเป็นวันนั้น นับใหม่จากคำอธิบายแล้วเทียบกับที่เก็บไว้
    Why each clock of a case falls due that day; counted anew from its explanation and compared.

deadlines certificate [--date 2026-11-20]
    ใบรับรองการเดินของนาฬิกาในวันหนึ่ง (เว้นไว้คือเมื่อวาน)
    The certificate of one day of the clockwork; yesterday's when left out.

backup-key [--replace]
    สร้างกุญแจสำรองข้อมูล พิมพ์ใบกู้ข้อมูลสำรองสองแผ่น (แสดงครั้งเดียว) เก็บแยกตู้นิรภัยคนละตู้
    Make the backup key and print its two recovery sheets, once; keep them in two safes.

backup FILE
    สำรองข้อมูลทั้งหมดเป็นแฟ้มเดียวที่ปิดผนึก ขณะระบบทำงานอยู่ (ไม่รวมความลับของเครื่องแม่ข่าย)
    Everything into one sealed file, while the server runs; the server secret is not in it.

restore FILE
    กู้คืนลงเครื่องใหม่ที่ว่าง อ่านรหัสทุกบรรทัดของใบกู้ข้อมูลสำรองทั้งสองแผ่นจาก stdin
    บรรทัดที่ขึ้นต้นด้วย S คือความลับของเครื่องแม่ข่าย จะเขียนลง SERVER_SECRET_FILE เมื่อเครื่องนี้ยังไม่มี
    Bring a backup back into an empty place; reads the codes of both sheets from stdin, one a line.
    Where there is no SERVER_SECRET and no SERVER_SECRET_FILE yet, the two lines that begin with S
    become that file.

server-secret
    แฟ้มความลับของเครื่องหาย แต่ฐานข้อมูลยังอยู่: อ่านสองบรรทัดที่ขึ้นต้นด้วย S ของใบชุดเดียวกันจาก stdin
    The secret's file is lost and the database is there: reads the two lines that begin with S from
    stdin, checks them against the database and writes SERVER_SECRET_FILE.

PROVINCE, DATA_DIR, DATABASE_URL, SERVER_SECRET_FILE: as for the server.
Exit codes: 0 done, 1 failed, 2 wrong use.
`;
